using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Campaigns.Progress;

/// <summary>Where a campaign stands at this moment, counters and what it waits for.</summary>
/// <param name="Stopped">The organization's panic stop is set.</param>
/// <param name="FirstDue">When the first of its waiting rows may leave; null when none waits.</param>
/// <param name="FirstIsRetry">That one was posted before: Twilio was busy, or it was not delivered.</param>
/// <param name="CappedUntil">When the carriers' next day begins, when all rows that wait do so because the day's cap is used up.</param>
/// <param name="PausedSender">The label of a paused sender that rows wait for, when all rows that wait do so for paused ones.</param>
/// <param name="Now">The database's clock.</param>
/// <param name="NeedsApproval">A draft that waits for a second person's approval.</param>
internal sealed record CampaignStanding(
    Guid CampaignId,
    CampaignStatus Status,
    string? StatusNote,
    bool Planned,
    bool Stopped,
    DateTimeOffset? StartedAt,
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
    DateTimeOffset? FirstDue,
    bool FirstIsRetry,
    DateTimeOffset? CappedUntil,
    string? PausedSender,
    DateTimeOffset Now,
    bool NeedsApproval);
