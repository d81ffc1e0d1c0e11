using LabsToGo.Api.Accounts.ApiKeys;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Api.Campaigns.Progress;
using LabsToGo.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Campaigns;

/// <summary>Campaigns as the Api shows them.</summary>
internal sealed class CampaignResponses(LabsToGoDbContext db, SendingPace pace)
{
    /// <exception cref="InvalidOperationException">There is no such campaign.</exception>
    public async Task<CampaignResponse> GetAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(db.Campaigns.Where(campaign => campaign.Id == id), cancellationToken)).Single();

    public async Task<IReadOnlyList<CampaignResponse>> ReadAsync(IQueryable<Campaign> campaigns, CancellationToken cancellationToken)
    {
        var rows = await campaigns.AsNoTracking().ToListAsync(cancellationToken);
        Guid[] people =
            [.. rows.SelectMany(campaign => (Guid?[])[campaign.CreatedBy, campaign.ApprovalRequestedBy, campaign.ApprovedBy]).OfType<Guid>().Distinct()];
        var names = await db.CallerNamesAsync(people, cancellationToken);
        var progress = await ProgressAsync([.. rows.Select(campaign => campaign.Id)], cancellationToken);
        return [.. rows.OrderByDescending(campaign => campaign.Id).Select(campaign => Response(campaign, names, progress[campaign.Id]))];
    }

    public async Task<Dictionary<Guid, CampaignProgress>> ProgressAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var standings = await db.WithConnectionAsync(connection => connection.ReadStandingsAsync(ids, cancellationToken), cancellationToken);
        return standings.ToDictionary(standing => standing.CampaignId, Progress);
    }

    private static CampaignResponse Response(Campaign campaign, Dictionary<Guid, string> names, CampaignProgress progress) => new(
        campaign.Id,
        campaign.Name,
        progress.Status,
        progress.StatusNote,
        progress.WaitingUntil,
        campaign.Template,
        campaign.Audience.ToFilter(),
        campaign.CreatedBy is { } creator ? names.GetValueOrDefault(creator, "") : "",
        campaign.CreatedAt,
        campaign.StartedAt,
        campaign.ExpiresAt,
        campaign.CompletedAt,
        progress,
        campaign is { WaitsForApproval: true, ApprovalRequestedBy: { } asker, ApprovalRequestedAt: { } askedAt }
            ? new ApprovalAsk(asker, names.GetValueOrDefault(asker, ""), askedAt)
            : null,
        campaign.ApprovedBy is { } approver ? names.GetValueOrDefault(approver, "") : null);

    private CampaignProgress Progress(CampaignStanding standing)
    {
        var progress = new CampaignProgress(
            standing.CampaignId,
            standing.Status,
            CampaignNotes.Of(standing),
            CampaignNotes.WaitingUntil(standing),
            standing.Planned,
            standing.Total,
            standing.Pending,
            standing.Sending,
            standing.Unknown,
            standing.Accepted,
            standing.Sent,
            standing.Delivered,
            standing.SentUnconfirmed,
            standing.Undelivered,
            standing.Failed,
            standing.Skipped,
            standing.Canceled,
            standing.Expired,
            MessagesPerSecond: 0,
            SecondsLeft: null,
            standing.NeedsApproval);
        if (progress.Status is not (CampaignStatus.Planning or CampaignStatus.Running))
        {
            pace.Forget(standing.CampaignId);
            return progress;
        }
        var rate = pace.Sample(standing.CampaignId, standing.Now, progress.Handed + progress.Failed);
        var left = progress.Pending + progress.Sending;
        return progress with { MessagesPerSecond = rate, SecondsLeft = rate > 0 && left > 0 ? left / rate : null };
    }
}
