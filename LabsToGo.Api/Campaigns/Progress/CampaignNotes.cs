using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Campaigns.Progress;

/// <summary>Why a campaign stands still, in words; null while it moves.</summary>
internal static class CampaignNotes
{
    private static readonly TimeSpan PlannerPatience = TimeSpan.FromSeconds(10);

    public static string? Of(CampaignStanding standing)
    {
        var underWay = standing.Status is CampaignStatus.Queued or CampaignStatus.Planning or CampaignStatus.Running;
        return standing switch
        {
            _ when underWay && standing.Stopped => "All sending of your organization is stopped.",
            { StatusNote: { } note } => note,
            { NeedsApproval: true } => "Waits for a second person's approval.",
            { Status: CampaignStatus.Queued } when standing.Now - standing.StartedAt > PlannerPatience =>
                "Nobody has begun yet. If this lasts, a person on call should look at the queue page.",
            { Status: CampaignStatus.Running or CampaignStatus.Planning, PausedSender: { } sender } =>
                $"The sender {sender} is paused. Resume it under Settings.",
            { CappedUntil: not null } when WaitingUntil(standing) is not null => "As many texts have left today as the daily cap under Settings allows.",
            { FirstIsRetry: true } when WaitingUntil(standing) is not null => "Some texts did not get through. They are tried again.",
            _ when WaitingUntil(standing) is not null => "Waits for the hours in which these patients may be texted.",
            { Status: CampaignStatus.Running, Pending: 0, Sending: 0, Unknown: > 0 and var open, Accepted: 0, Sent: 0 } =>
                $"{open:N0} outcomes are open; Twilio is being asked.",
            { Status: CampaignStatus.Running, Pending: 0, Sending: 0 } when standing.Accepted + standing.Sent is var count and > 0 =>
                $"All texts are handed over. {count:N0} delivery receipts are still to come.",
            _ => null,
        };
    }

    /// <summary>Set while every row that is left waits for its allowed hours, for another try, or for the next day of a cap.</summary>
    public static DateTimeOffset? WaitingUntil(CampaignStanding standing) =>
        standing is not { Status: CampaignStatus.Running or CampaignStatus.Planning, Sending: 0, Stopped: false } ? null
        : standing.CappedUntil is { } until ? until
        : standing.FirstDue > standing.Now + TimeSpan.FromSeconds(30) ? standing.FirstDue
        : null;
}
