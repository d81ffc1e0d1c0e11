namespace LabsToGo.TwilioSandbox.Faults;

internal enum FaultKind
{
    None,
    Refusal,
    ForbiddenPage,
    TooManyRequests,
    ServerError,
    ServerErrorAfterAccepting,
    SilenceAfterAccepting,
    ResetAfterAccepting,
    MalformedAfterAccepting,
}
