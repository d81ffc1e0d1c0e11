using LabsToGo.Twilio.Errors;

namespace LabsToGo.Twilio.Messages;

/// <summary>The four ends of a POST. What may be done next differs, so there is no fifth.</summary>
public abstract record CreateResult
{
    private CreateResult() { }

    /// <summary>Twilio has it.</summary>
    public sealed record Accepted(string Sid) : CreateResult;

    /// <summary>Twilio refused it, and will again until what <paramref name="Error"/> names is mended.</summary>
    public sealed record Rejected(int? Code, TwilioError Error) : CreateResult;

    /// <summary>Provably not taken: a 429, a code that says so, or a connection that never opened.</summary>
    /// <param name="After">Twilio's <c>Retry-After</c>, when it sent one.</param>
    public sealed record RetryLater(TimeSpan? After, int? Code, string Reason) : CreateResult;

    /// <summary>It may or may not have been taken. Never to be sent again until that is decided.</summary>
    public sealed record Unknown(string Reason) : CreateResult;
}
