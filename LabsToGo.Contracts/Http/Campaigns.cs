using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace LabsToGo.Contracts.Http;

/// <summary>Who is meant; every given filter must fit, and an empty one means every patient.</summary>
/// <param name="States">Two-letter codes.</param>
/// <param name="PostalCodePrefix">The first 1 to 5 digits of the ZIP code.</param>
/// <param name="MinAge">In completed years on the day of planning; patients without a date of birth never fit an age filter.</param>
/// <param name="ImportId">Only the patients whom this import added or updated.</param>
public sealed record AudienceFilter(
    [property: MaxLength(100)] IReadOnlyList<string>? States = null,
    [property: RegularExpression("^[0-9]{1,5}$", ErrorMessage = "The ZIP code prefix takes 1 to 5 digits.")] string? PostalCodePrefix = null,
    [property: Range(0, 130, ErrorMessage = "An age is 0 to 130.")] int? MinAge = null,
    [property: Range(0, 130, ErrorMessage = "An age is 0 to 130.")] int? MaxAge = null,
    Guid? ImportId = null);

/// <param name="Total">Patients who fit the filter.</param>
/// <param name="Reachable">Those of them with a consent in force and a number that texts reach.</param>
/// <param name="Copies">Texts that reach them: those who share a phone number get one between them.</param>
public sealed record AudienceCountResponse(long Total, long Reachable, long Copies);

public sealed record CampaignRequest(
    [property: Required, StringLength(120)] string Name,
    [property: Required, StringLength(2000)] string Template,
    AudienceFilter Audience);

/// <summary>Of an audience, among those who may be texted.</summary>
public enum PreviewOf
{
    /// <summary>Whoever comes after the one who was shown, and gets a text at all; after the last one the first again.</summary>
    Next,

    /// <summary>Whose text is the longest.</summary>
    Longest,

    /// <summary>To see what becomes of it.</summary>
    WithoutFirstName,
}

/// <param name="PatientId">Whose data fill the preview; null takes one from the audience.</param>
/// <param name="Literal">It is no template but a text to one patient, which arrives as it is written.</param>
/// <param name="After">The patient who was shown last.</param>
public sealed record PreviewRequest(
    [property: Required(AllowEmptyStrings = true), StringLength(2000)] string Template,
    AudienceFilter? Audience = null,
    Guid? PatientId = null,
    bool Literal = false,
    PreviewOf Of = PreviewOf.Next,
    Guid? After = null);

/// <param name="Errors">What must be mended before a start; the text is empty then.</param>
/// <param name="Segments">SMS parts that the text takes, each billed.</param>
/// <param name="Encoding"><c>GSM-7</c> or <c>UCS-2</c>.</param>
/// <param name="Marks">The words of the template that the warnings speak of.</param>
/// <param name="PatientName">Null where nobody fits: the text is a made-up patient's then.</param>
/// <param name="SpecialByPatient">It is UCS-2 for a letter of this patient's name or city alone: others' texts are GSM-7.</param>
public sealed record PreviewResponse(
    string Text,
    int Segments,
    int Characters,
    string Encoding,
    string? PatientName,
    IReadOnlyList<string> Errors,
    IReadOnlyList<string> Warnings,
    IReadOnlyList<TextMark> Marks,
    bool SpecialByPatient = false,
    Guid? PatientId = null);

/// <summary>A part of a template to look at, in characters from its beginning.</summary>
public sealed record TextMark(int Start, int Length);

/// <summary>What is to be thought of before a campaign's text leaves; it may be meant.</summary>
/// <param name="Marks">The words of the template that the warnings speak of.</param>
public sealed record CampaignWarningsResponse(IReadOnlyList<string> Warnings, IReadOnlyList<TextMark> Marks);

/// <param name="GiveUpAfterHours">How long after the start a text is still worth sending. What could not leave by then (closed hours, a paused sender, a busy
/// Twilio) expires.</param>
public sealed record StartRequest([property: Range(1, 72)] int GiveUpAfterHours = 72);

public sealed record TemplateFieldResponse(string Name, string Description, string Example);

/// <param name="Approval">Set while it waits for a second person's approval; it is a draft until then.</param>
/// <param name="ApprovedBy">The second person, when there was one.</param>
/// <param name="StatusNote">Why it stands still, in words (paused by whom, waiting for the sending window until when); null while it moves.</param>
/// <param name="WaitingUntil">Set while every row that is left waits for its hours, or for another try: the first instant at which one may leave.</param>
/// <param name="ExpiresAt">When what has not left by then is not sent any more.</param>
public sealed record CampaignResponse(
    Guid Id,
    string Name,
    CampaignStatus Status,
    string? StatusNote,
    DateTimeOffset? WaitingUntil,
    string Template,
    AudienceFilter Audience,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? CompletedAt,
    CampaignProgress Progress,
    ApprovalAsk? Approval,
    string? ApprovedBy);

/// <summary>Somebody wants to start a campaign to more people than one person may text: another one looks at it and starts it, or does not.</summary>
/// <param name="AskedById">A user; for an API key the one who made it.</param>
public sealed record ApprovalAsk(Guid AskedById, string AskedBy, DateTimeOffset AskedAt);

/// <summary>What was looked at, so that nothing else is approved.</summary>
/// <param name="AskedAt">Of the ask: after a change of the campaign it is another one.</param>
/// <param name="Recipients">To how many people the approver agrees; when it has become more by now, they look again.</param>
public sealed record ApprovalRequest(
    [property: JsonRequired] DateTimeOffset AskedAt,
    [property: JsonRequired, Range(0, long.MaxValue)] long Recipients);

/// <param name="Note">Why not, for who asked.</param>
public sealed record DeclineRequest([property: Required, StringLength(250)] string Note);

/// <summary>Recipients per state, as kept by the statements that move them.</summary>
/// <param name="Total">Rows planned so far, skipped ones included.</param>
/// <param name="MessagesPerSecond">Messages handed to Twilio, averaged over the last ten seconds.</param>
/// <param name="NeedsApproval">A draft that waits for a second person's approval.</param>
/// <param name="SecondsLeft">At that rate; null when nothing moves or nothing is left.</param>
public sealed record CampaignProgress(
    Guid CampaignId,
    CampaignStatus Status,
    string? StatusNote,
    DateTimeOffset? WaitingUntil,
    bool Planned,
    long Total,
    long Pending,
    long Sending,
    long Unknown,
    long Accepted,
    long Sent,
    long Delivered,
    long SentUnconfirmed,
    long Undelivered,
    long Failed,
    long Skipped,
    long Canceled,
    long Expired,
    double MessagesPerSecond,
    double? SecondsLeft,
    bool NeedsApproval)
{
    /// <summary>Rows that will not change any more.</summary>
    public long Finished => Delivered + SentUnconfirmed + Undelivered + Failed + Skipped + Canceled + Expired;

    /// <summary>Rows that Twilio has taken, whatever became of them later.</summary>
    public long Handed => Accepted + Sent + Delivered + SentUnconfirmed + Undelivered;

    /// <summary>Rows that are to be sent: all but those that were skipped.</summary>
    public long Recipients => Total - Skipped;

    /// <summary>Of the recipients those of whom it is known what became of their text. A canceled one never got that far.</summary>
    public long Settled => Delivered + SentUnconfirmed + Undelivered + Failed + Expired;

    /// <summary>0 to 1, of the recipients; a plan without any counts as done once it is planned.</summary>
    public double Done => Recipients == 0 ? (Planned ? 1 : 0) : (double)Settled / Recipients;
}

/// <param name="Status">One of the message states, <c>null</c> for all.</param>
public sealed record MessageSearchRequest(
    string? Status = null,
    [property: StringLength(400)] string? After = null,
    [property: Range(1, 200)] int Limit = 50);

/// <param name="Reason">Why it was skipped or failed, in words.</param>
public sealed record MessageResponse(
    Guid Id,
    Guid PatientId,
    string PatientName,
    string Phone,
    string Status,
    string? Reason,
    int? ErrorCode,
    int Segments,
    string Text,
    DateTimeOffset UpdatedAt,
    IReadOnlyList<MessageEventResponse> History);

/// <summary>One line of a message's history.</summary>
public sealed record MessageEventResponse(DateTimeOffset At, string What);
