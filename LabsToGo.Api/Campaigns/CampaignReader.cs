using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Progress;
using LabsToGo.Domain.Campaigns;
using Microsoft.EntityFrameworkCore;
using CampaignStatus = LabsToGo.Contracts.Http.CampaignStatus;

namespace LabsToGo.Api.Campaigns;

/// <summary>Campaigns as the Api shows them.</summary>
internal sealed class CampaignReader(LabsToGoDbContext db, SendingPace pace)
{
    /// <exception cref="InvalidOperationException">There is no such campaign.</exception>
    public async Task<CampaignResponse> GetAsync(Guid id, CancellationToken cancellationToken) =>
        (await ReadAsync(db.Campaigns.Where(campaign => campaign.Id == id), cancellationToken)).Single();

    public async Task<IReadOnlyList<CampaignResponse>> ReadAsync(IQueryable<Campaign> campaigns, CancellationToken cancellationToken)
    {
        var rows = await campaigns.AsNoTracking()
            .Join(db.Users, campaign => campaign.CreatedBy, user => user.Id, (campaign, user) => new { Campaign = campaign, user.Name })
            .ToListAsync(cancellationToken);
        var progress = await ProgressAsync([.. rows.Select(row => row.Campaign.Id)], cancellationToken);
        return
        [
            .. rows.OrderByDescending(row => row.Campaign.Id).Select(row => (row.Campaign, row.Name, Progress: progress[row.Campaign.Id])).Select(row => new CampaignResponse(
                row.Campaign.Id,
                row.Campaign.Name,
                row.Progress.Status,
                row.Progress.StatusNote,
                row.Progress.WaitingUntil,
                row.Campaign.Template,
                row.Campaign.Audience.ToFilter(),
                row.Name,
                row.Campaign.CreatedAt,
                row.Campaign.StartedAt,
                row.Campaign.CompletedAt,
                row.Progress)),
        ];
    }

    public async Task<Dictionary<Guid, CampaignProgress>> ProgressAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var standings = await db.WithConnectionAsync(connection => connection.ReadStandingsAsync(ids, cancellationToken), cancellationToken);
        return standings.ToDictionary(standing => standing.CampaignId, Progress);
    }

    private CampaignProgress Progress(CampaignStanding standing)
    {
        var progress = new CampaignProgress(
            standing.CampaignId,
            Enum.Parse<CampaignStatus>(standing.Status.ToString()),
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
            SecondsLeft: null);
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
