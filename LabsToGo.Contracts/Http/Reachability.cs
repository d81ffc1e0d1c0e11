namespace LabsToGo.Contracts.Http;

/// <summary>Whether a patient can be texted now, and if not, what is in the way. The moment of sending asks again.</summary>
/// <param name="CanBeTexted">By campaigns.</param>
/// <param name="CanBeAnswered">With what staff write to this patient alone.</param>
/// <param name="Obstacle">The first that is found; null where nothing is in the way.</param>
/// <param name="Reason">The obstacle in words, how it is known, and what to do about it.</param>
/// <param name="Since">Null where an obstacle has no beginning, or none that is known.</param>
/// <param name="Said">The patient's text that it comes from, where there is one that is still kept.</param>
/// <param name="TextStartTo">Our number, to which the patient has to text START before Twilio lets a text of ours through again.</param>
/// <param name="LeavesAt">When a text that is written now may leave, while that is outside of the patient's hours; null for at once.</param>
public sealed record ReachabilityResponse(
    bool CanBeTexted,
    bool CanBeAnswered,
    Obstacle? Obstacle = null,
    string? Reason = null,
    DateTimeOffset? Since = null,
    string? Said = null,
    string? TextStartTo = null,
    DateTimeOffset? LeavesAt = null);

/// <summary>In the order in which they are looked for.</summary>
public enum Obstacle
{
    Erased,
    Deceased,
    NoConsent,
    OptedOut,

    /// <summary>A reply may be an opt-out, and nobody has decided yet: answers still leave.</summary>
    OnHold,

    /// <summary>A consent counts here, but Twilio obeys a STOP that it had from this number.</summary>
    BlockedByTwilio,

    /// <summary>Twilio says that texts do not reach the number.</summary>
    Unreachable,

    /// <summary>No sender number is active.</summary>
    NoSender,

    /// <summary>No hour of the week is allowed for this patient.</summary>
    NoHours,
}
