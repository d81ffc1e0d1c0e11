using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.Api.Campaigns.Progress;

internal static class CampaignStandings
{
    /// <summary>
    /// Reads any number of campaigns in one statement, whatever their size: the counters are kept, the first batch of each sender is the
    /// first entry of the dispatcher's index, and few batches are out at any time.
    /// </summary>
    public static Task<List<CampaignStanding>> ReadStandingsAsync(
        this NpgsqlConnection connection, IReadOnlyCollection<Guid> campaignIds, CancellationToken cancellationToken) =>
        connection.ReadAsync<CampaignStanding>(
            """
            select c.id as campaign_id, c.status, c.status_note, c.planned_at is not null as planned,
                o.sending_stopped_at is not null or o.operator_stopped_at is not null as stopped, c.started_at,
                coalesce(n.total, 0) as total, greatest(coalesce(n.pending, 0) - sending.messages, 0) as pending, sending.messages as sending,
                coalesce(n.unknown, 0) as unknown, coalesce(n.accepted, 0) as accepted, coalesce(n.sent, 0) as sent, coalesce(n.delivered, 0) as delivered,
                coalesce(n.sent_unconfirmed, 0) as sent_unconfirmed, coalesce(n.undelivered, 0) as undelivered, coalesce(n.failed, 0) as failed,
                coalesce(n.skipped, 0) as skipped, coalesce(n.canceled, 0) as canceled, coalesce(n.expired, 0) as expired,
                waiting.first_due, coalesce(waiting.first_is_retry, false) as first_is_retry,
                case when waiting.all_capped then (carriers_day() + 1)::timestamp at time zone 'America/Los_Angeles' end as capped_until,
                case when waiting.all_paused then waiting.paused_sender end as paused_sender, now() as now,
                c.status = 'draft' and c.approval_requested_by is not null as needs_approval
            from campaigns c
            join organizations o on o.id = c.organization_id
            left join campaign_counters n on n.campaign_id = c.id
            left join lateral (
                select min(first.due_at) as first_due,
                    (array_agg(not first.waits_for_hours order by first.due_at))[1] as first_is_retry,
                    bool_and(first.due_at <= now() and first.handed_at is null and coalesce(today.segments < first.segments, false)) as all_capped,
                    bool_and(s.status <> 'active') as all_paused,
                    min(s.label) filter (where s.status <> 'active') as paused_sender
                from senders s
                cross join lateral (
                    select b.due_at, b.waits_for_hours, b.handed_at, b.segments from batches b
                    where b.campaign_id = c.id and b.sender_id = s.id and b.attempt_id is null
                    order by b.due_at
                    limit 1
                ) first
                cross join lateral left_today(s.id) today
                where s.organization_id = c.organization_id
            ) waiting on c.status in ('planning', 'running')
            cross join lateral (
                select coalesce(sum(cardinality(b.message_ids)), 0) as messages
                from batches b
                join senders s on s.id = b.sender_id and s.organization_id = c.organization_id
                where b.campaign_id = c.id and b.handed_at is not null and b.attempt_id is not null
            ) sending
            where c.id = any(@campaigns)
            """,
            new { campaigns = campaignIds.ToArray() },
            cancellationToken);
}
