using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;

namespace LabsToGo.Contracts.Http;

/// <summary>The hours in which texts may leave on one weekday, in minutes since the recipient's local midnight.</summary>
/// <param name="Opens">0 to 1440.</param>
/// <param name="Closes">0 to 1440, exclusive; equal to <paramref name="Opens"/> closes the day.</param>
public sealed record DayHours(
    [property: Range(0, 1440)] int Opens,
    [property: Range(0, 1440)] int Closes);

/// <param name="AllowedHours">Seven entries, Sunday first.</param>
/// <param name="SendingStopped">The panic stop: no campaign of the organization sends anything while it is set.</param>
/// <param name="StoppedByOperator">Whoever operates this system stopped everybody's sending, and only they can let it go on.</param>
/// <param name="HelpText">What who texts HELP is answered, once an hour at most; null for words that say the lab's name.</param>
public sealed record OrganizationResponse(
    Guid Id,
    string Name,
    string TimeZone,
    IReadOnlyList<DayHours> AllowedHours,
    bool SendingStopped,
    bool StoppedByOperator,
    string? HelpText);

public sealed record OrganizationRequest(
    [property: Required, StringLength(120)] string Name,
    [property: Required, StringLength(64)] string TimeZone,
    [property: Required, MinLength(7), MaxLength(7)] IReadOnlyList<DayHours> AllowedHours,
    [property: StringLength(320)] string? HelpText = null);

/// <summary>What keeps an organization's people and patients from harm.</summary>
/// <param name="RequiresSecondFactor">Nobody works without a second factor; who has none is led to set one up.</param>
/// <param name="LogOffMinutes">Minutes without a click or a key after which a browser is signed off.</param>
/// <param name="ApprovalAbove">A campaign to more recipients than this needs a second person's approval.</param>
/// <param name="MessageRetentionDays">Days after a campaign's end at which its texts are deleted, here and at Twilio; null keeps them.</param>
/// <param name="AuditRetentionYears">Years that the audit log is kept.</param>
/// <param name="PauseAboveFailedPercent">A campaign of which more texts fail than this share is paused, once; 0 is never.</param>
/// <param name="PauseAboveFilteredPercent">The same for texts that carriers filter as spam.</param>
/// <param name="PauseAboveOptedOutPercent">The same for patients who opt out of it.</param>
/// <param name="DailyCap">SMS segments that may leave from all senders in a day, by the clock of California; null for any number.</param>
public sealed record ProtectionResponse(
    bool RequiresSecondFactor,
    int LogOffMinutes,
    int ApprovalAbove,
    int? MessageRetentionDays,
    int AuditRetentionYears,
    int PauseAboveFailedPercent,
    int PauseAboveFilteredPercent,
    int PauseAboveOptedOutPercent,
    int? DailyCap);

/// <remarks>What is left out must not switch a protection off.</remarks>
public sealed record ProtectionRequest(
    [property: JsonRequired] bool RequiresSecondFactor,
    [property: Range(5, 480)] int LogOffMinutes,
    [property: Range(0, 100_000_000)] int ApprovalAbove,
    [property: JsonRequired, Range(30, 3650)] int? MessageRetentionDays,
    [property: Range(6, 30)] int AuditRetentionYears,
    [property: JsonRequired, Range(0, 100)] int PauseAboveFailedPercent,
    [property: JsonRequired, Range(0, 100)] int PauseAboveFilteredPercent,
    [property: JsonRequired, Range(0, 100)] int PauseAboveOptedOutPercent,
    [property: JsonRequired, Range(200, 10_000_000, ErrorMessage = "At least 200, or leave it empty for any number.")] int? DailyCap);

/// <param name="SegmentsPerSecond">Twilio's throughput for this number, in SMS segments per second.</param>
/// <param name="PauseReason">Who or what paused it, and what to do.</param>
/// <param name="DailyCap">SMS segments that may leave from it in a day, by the clock of California as the carriers count; null for any number.</param>
/// <param name="AnswersKeywords">Every STOP, START and HELP to it is answered by this system; otherwise only what Twilio does not answer by itself.</param>
public sealed record SenderResponse(
    Guid Id,
    string Phone,
    string Label,
    double SegmentsPerSecond,
    SenderStatus Status,
    string? PauseReason,
    int? DailyCap,
    bool AnswersKeywords);

/// <param name="Phone">Of a sender that is there it must be the same: another number is another sender, and this one is retired.</param>
/// <param name="AnswersKeywords">
/// True where Twilio does not answer STOP, START and HELP by itself: for short codes, and where the account has message redaction or its handling of opt-outs
/// was switched off. Null is true for a short code, and false for any other number.
/// </param>
public sealed record SenderRequest(
    [property: Required, StringLength(40)] string Phone,
    [property: Required, StringLength(60)] string Label,
    [property: Range(0.1, 100_000)] double SegmentsPerSecond,
    [property: Range(200, 10_000_000, ErrorMessage = "At least 200, or leave it empty for any number.")] int? DailyCap = null,
    bool? AnswersKeywords = null);
