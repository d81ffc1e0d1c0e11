using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Contracts.Http;

/// <summary>What the lab and one patient wrote to each other.</summary>
/// <param name="Texts">The newest 100, the newest last.</param>
public sealed record ConversationResponse(IReadOnlyList<ConversationText> Texts, ReachabilityResponse Reachability);

/// <param name="At">When it came in, or was handed over; while it waits, when it was written.</param>
/// <param name="Line">The label of our number that it came to or leaves from.</param>
/// <param name="Intent">Of a text from the patient: <c>stop</c>, <c>hold</c>, <c>start</c>, <c>help</c> or <c>other</c>. Null for one of ours.</param>
/// <param name="Ours">Null for a text from the patient.</param>
public sealed record ConversationText(Guid Id, DateTimeOffset At, string Text, string? Line, string? Intent, OurText? Ours);

public enum TextKind
{
    /// <summary>Part of a campaign to many.</summary>
    Campaign,

    /// <summary>Written to this patient alone.</summary>
    Reply,

    /// <summary>A campaign's draft, tried out on this patient.</summary>
    Test,

    /// <summary>Said by the system: the confirmation of an opt-out or of a START, or the answer to HELP.</summary>
    Automatic,
}

/// <param name="CampaignId">What it is paused, canceled and decided about by; each reply and test has one of its own.</param>
/// <param name="Name">Of the campaign, or of the draft that was tried.</param>
/// <param name="Status">One of the message states.</param>
/// <param name="Reason">Why it was skipped or failed, in words.</param>
public sealed record OurText(
    Guid CampaignId, TextKind Kind, string Name, string WrittenBy, string Status, string? Reason, int? ErrorCode, DateTimeOffset UpdatedAt);

/// <param name="Text">Arrives as it is written.</param>
public sealed record TextRequest([property: Required(ErrorMessage = "Write a text first."), StringLength(1600)] string Text);

/// <param name="PatientId">Who gets it: somebody with a consent in force, such as a member of the staff who was added as a patient.</param>
public sealed record TestRequest([property: Required] Guid? PatientId);
