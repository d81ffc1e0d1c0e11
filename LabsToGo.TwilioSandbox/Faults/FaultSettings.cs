using System.ComponentModel.DataAnnotations;

namespace LabsToGo.TwilioSandbox.Faults;

/// <summary>How the sandbox behaves from now on. Shares are 0 to 1, drawn for each message.</summary>
public sealed record FaultSettings
{
    /// <summary>Of how it begins.</summary>
    public const string Section = $"{SandboxOptions.Section}:Faults";

    /// <summary>Before each answer.</summary>
    [Range(0, 120_000)] public int LatencyMilliseconds { get; init; }

    /// <summary>429, not accepted.</summary>
    [Range(0, 1)] public double TooManyRequests { get; init; }

    /// <summary>The seconds that a 429 asks to wait; null sends no Retry-After.</summary>
    [Range(0, 3600)] public int? RetryAfterSeconds { get; init; }

    /// <summary>500, not accepted.</summary>
    [Range(0, 1)] public double ServerError { get; init; }

    /// <summary>500, 502 or 504 although the message was accepted.</summary>
    [Range(0, 1)] public double ServerErrorAfterAccepting { get; init; }

    /// <summary>No answer at all although the message was accepted.</summary>
    [Range(0, 1)] public double SilenceAfterAccepting { get; init; }

    /// <summary>The connection is cut in the middle of the answer; the message was accepted.</summary>
    [Range(0, 1)] public double ResetAfterAccepting { get; init; }

    /// <summary>201 with half a body; the message was accepted.</summary>
    [Range(0, 1)] public double MalformedAfterAccepting { get; init; }

    /// <summary>Refuse every create with this code (400; 20003 as 401, 30034 and the like as they come).</summary>
    public int? RefuseWithCode { get; init; }

    /// <summary>403 and a page of HTML instead of Twilio's answer, as from a proxy on the way.</summary>
    [Range(0, 1)] public double ForbiddenPage { get; init; }

    /// <summary>Play status callbacks at all.</summary>
    public bool Callbacks { get; init; } = true;

    [Range(0, 600_000)] public int CallbackDelayMilliseconds { get; init; } = 400;

    [Range(0, 1)] public double DuplicateCallbacks { get; init; }

    /// <summary>The callbacks of a message in any order.</summary>
    [Range(0, 1)] public double ShuffledCallbacks { get; init; }

    /// <summary>The message goes its way but no callback says so.</summary>
    [Range(0, 1)] public double LostCallbacks { get; init; }

    /// <summary>End as undelivered.</summary>
    [Range(0, 1)] public double Undelivered { get; init; } = 0;

    /// <summary>What is said of those: the phone is off, unless it is another code.</summary>
    [Range(30001, 30999)] public int UndeliveredWithCode { get; init; } = 30003;

    /// <summary>End as failed (30008, unknown error).</summary>
    [Range(0, 1)] public double Failed { get; init; } = 0;

    /// <summary>So far behind ours is its clock.</summary>
    [Range(-3600, 3600)] public int ClockBehindSeconds { get; init; }

    /// <summary>Texts that are kept without their body, as by message redaction.</summary>
    [Range(0, 1)] public double RedactedBodies { get; init; }

    /// <summary>503 to who lists messages.</summary>
    [Range(0, 1)] public double UnavailableLists { get; init; }

    /// <summary>20009 (too early) to who wants a text redacted.</summary>
    [Range(0, 1)] public double RefusedRedactions { get; init; }
}
