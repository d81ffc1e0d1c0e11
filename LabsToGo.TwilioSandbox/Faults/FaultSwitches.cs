using Microsoft.Extensions.Options;

namespace LabsToGo.TwilioSandbox.Faults;

/// <summary>The switches as they stand; thrown from the phone page, by <c>PUT /sandbox/faults</c> or by a test in this process.</summary>
public sealed class FaultSwitches(IOptions<FaultSettings> beginning)
{
    private volatile FaultSettings _settings = beginning.Value;

    public FaultSettings Settings
    {
        get => _settings;
        set => _settings = value;
    }

    internal Fault Draw()
    {
        var now = _settings;
        return new Fault(Draw(now), now);
    }

    internal bool RedactsBody() => Random.Shared.NextDouble() < _settings.RedactedBodies;

    internal bool RefusesList() => Random.Shared.NextDouble() < _settings.UnavailableLists;

    internal bool RefusesRedaction() => Random.Shared.NextDouble() < _settings.RefusedRedactions;

    private static FaultKind Draw(FaultSettings now)
    {
        if (now.RefuseWithCode is not null)
            return FaultKind.Refusal;
        var drawn = Random.Shared.NextDouble();
        foreach (var (share, kind) in Shares(now))
        {
            if (drawn < share)
                return kind;
            drawn -= share;
        }
        return FaultKind.None;
    }

    private static (double Share, FaultKind Kind)[] Shares(FaultSettings now) =>
    [
        (now.ForbiddenPage, FaultKind.ForbiddenPage),
        (now.TooManyRequests, FaultKind.TooManyRequests),
        (now.ServerError, FaultKind.ServerError),
        (now.ServerErrorAfterAccepting, FaultKind.ServerErrorAfterAccepting),
        (now.SilenceAfterAccepting, FaultKind.SilenceAfterAccepting),
        (now.ResetAfterAccepting, FaultKind.ResetAfterAccepting),
        (now.MalformedAfterAccepting, FaultKind.MalformedAfterAccepting),
    ];
}
