namespace LabsToGo.TwilioSandbox.Faults;

internal enum FaultKind
{
    None,
    Refusal,
    TooManyRequests,
    ServerError,
    ServerErrorAfterAccepting,
    SilenceAfterAccepting,
    ResetAfterAccepting,
    MalformedAfterAccepting,
}
