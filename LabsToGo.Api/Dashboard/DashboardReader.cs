using LabsToGo.Api.Campaigns;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Campaigns;
using LabsToGo.Domain.Organizations;
using LabsToGo.Domain.Patients;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Dashboard;

internal sealed class DashboardReader(LabsToGoDbContext db, CampaignResponses campaigns, PatientCounts patients, TimeProvider time)
{
    private static readonly CampaignStatus[] UnderWay = [CampaignStatus.Queued, CampaignStatus.Planning, CampaignStatus.Running, CampaignStatus.Paused];

    public async Task<DashboardResponse> ReadAsync(Guid organizationId, CancellationToken cancellationToken)
    {
        var organization = await db.Organizations.AsNoTracking().SingleAsync(cancellationToken);
        var asked = await SummariesAsync(
            db.Campaigns
                .Where(campaign => campaign.Kind == CampaignKind.Bulk && campaign.Status == CampaignStatus.Draft && campaign.ApprovalRequestedBy != null)
                .OrderByDescending(campaign => campaign.Id)
                .Take(20),
            cancellationToken);
        var active = await SummariesAsync(
            db.Campaigns.Where(campaign => campaign.Kind == CampaignKind.Bulk && UnderWay.Contains(campaign.Status)).OrderByDescending(campaign => campaign.Id)
                .Take(20), cancellationToken);
        var recent = await SummariesAsync(
            db.Campaigns
                .Where(
                    campaign => campaign.Kind == CampaignKind.Bulk
                        && (campaign.Status == CampaignStatus.Completed || campaign.Status == CampaignStatus.Canceled))
                .OrderByDescending(campaign => campaign.Id)
                .Take(5),
            cancellationToken);
        var counts = await patients.GetAsync(organizationId, db, cancellationToken);
        var today = await TodayAsync(organization.TimeZone, cancellationToken);
        return new DashboardResponse(
            counts.Total,
            counts.Reachable,
            counts.OptedOut,
            today.Sent,
            today.Delivered,
            today.Failed,
            await db.HeldRepliesAsync(organizationId, cancellationToken),
            asked,
            active,
            recent,
            await RepliesAsync(cancellationToken),
            await NoticesAsync(organization, cancellationToken));
    }

    private async Task<IReadOnlyList<CampaignSummary>> SummariesAsync(IQueryable<Campaign> query, CancellationToken cancellationToken)
    {
        var rows = await query
            .Select(campaign => new { campaign.Id, campaign.Name, campaign.CreatedAt, campaign.StartedAt })
            .ToListAsync(cancellationToken);
        var progress = await campaigns.ProgressAsync([.. rows.Select(row => row.Id)], cancellationToken);
        return [.. rows.Select(row => new CampaignSummary(row.Id, row.Name, row.CreatedAt, row.StartedAt, progress[row.Id]))];
    }

    /// <summary>Of the campaigns that were started today, where the lab is.</summary>
    private async Task<(long Sent, long Delivered, long Failed)> TodayAsync(string timeZone, CancellationToken cancellationToken)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var midnight = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Date;
        var since = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight)).ToUniversalTime();
        var sums = await db.CampaignCounters
            .Join(
                db.Campaigns.Where(campaign => campaign.StartedAt >= since), counters => counters.CampaignId, campaign => campaign.Id,
                (counters, _) => counters)
            .GroupBy(_ => 1)
            .Select(all => new
            {
                Sent = all.Sum(c => c.Accepted + c.Sent + c.Delivered + c.SentUnconfirmed + c.Undelivered),
                Delivered = all.Sum(c => c.Delivered),
                Failed = all.Sum(c => c.Failed + c.Undelivered),
            })
            .SingleOrDefaultAsync(cancellationToken);
        return sums is null ? default : (sums.Sent, sums.Delivered, sums.Failed);
    }

    private async Task<IReadOnlyList<ReplyResponse>> RepliesAsync(CancellationToken cancellationToken) =>
        await db.Replies
            .OrderByDescending(reply => reply.Id)
            .Take(10)
            .LeftJoin(db.Patients, reply => reply.PatientId, patient => patient.Id, (reply, patient) => new ReplyResponse(
                reply.Id,
                reply.PatientId,
                patient == null ? null : patient.ErasedAt != null ? Patient.ErasedName : patient.FirstName + " " + patient.LastName,
                reply.Phone,
                reply.Body,
                reply.Intent,
                reply.ReceivedAt))
            .ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<string>> NoticesAsync(Organization organization, CancellationToken cancellationToken)
    {
        var notices = new List<string>();
        if (organization.OperatorStoppedAt is not null)
            notices.Add("Whoever runs this system has stopped all sending. Nothing leaves until they let it go on.");
        if (organization.SendingStoppedAt is not null)
            notices.Add("All sending is stopped. Nothing leaves until a manager resumes it.");
        var paused = await db.Senders.Where(sender => sender.Status == SenderStatus.Paused).Select(sender => new { sender.Label, sender.PauseReason })
            .ToListAsync(cancellationToken);
        notices.AddRange(paused.Select(sender => $"Sender {sender.Label} is paused: {sender.PauseReason}"));
        return notices;
    }
}
