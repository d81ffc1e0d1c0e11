using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.CampaignWorker.Sweeping;

/// <summary>Campaigns that go so badly that a person should look before they go on.</summary>
internal static class CampaignLimits
{
    /// <summary>
    /// Those that still have something to send and have just reached a limit of their organization, which pauses them once: one that has nothing left to hold
    /// ends. A few are too few to tell: at least ten failures, or five of the others. Rides on the status of campaigns, their counters,
    /// <c>notable_messages (campaign_id, status, patient_id)</c> and <c>replies (organization_id, received_at, id)</c>; rows are looked at where five failed.
    /// </summary>
    public static Task<List<ReachedLimit>> ReachedLimitsAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<ReachedLimit>(
            """
            with watched as materialized (
                select c.id, c.organization_id, c.started_at, c.limits_reached, o.pause_above_failed_percent, o.pause_above_filtered_percent,
                    o.pause_above_opted_out_percent, n.failed + n.undelivered as failed,
                    n.failed + n.undelivered + n.delivered + n.sent_unconfirmed as ended,
                    n.accepted + n.sent + n.delivered + n.sent_unconfirmed + n.undelivered as texted
                from campaigns c
                join organizations o on o.id = c.organization_id
                join campaign_counters n on n.campaign_id = c.id
                where c.status in ('planning', 'running') and c.kind = 'bulk' and (n.pending > 0 or c.planned_at is null)
            ), filtered as materialized (
                select w.id, count(*) as count
                from watched w
                join notable_messages n on n.campaign_id = w.id and n.status in ('failed', 'undelivered')
                join messages m on m.id = n.message_id and m.error_code = 30007
                where w.failed >= 5
                group by w.id
            ), opted_out as materialized (
                select w.id, count(distinct r.patient_id) as count
                from watched w
                join replies r on r.organization_id = w.organization_id and r.received_at >= w.started_at and r.redacted_at is null and r.intent = 'stop'
                join messages m on m.campaign_id = w.id and m.patient_id = r.patient_id and m.attempted_at < r.received_at
                group by w.id
            )
            select w.organization_id, w.id as campaign_id, l.name as "limit", l.count, l.of, l.percent
            from watched w
            left join filtered f on f.id = w.id
            left join opted_out p on p.id = w.id
            cross join lateral (
                values
                    ('failed', w.failed, w.ended, w.pause_above_failed_percent, 10),
                    ('filtered', f.count, w.ended, w.pause_above_filtered_percent, 5),
                    ('opted_out', p.count, w.texted, w.pause_above_opted_out_percent, 5)
            ) l(name, count, of, percent, least)
            where l.percent > 0 and l.count >= l.least and l.count * 100 > l.percent * l.of and l.name <> all (w.limits_reached)
            """,
            null,
            cancellationToken);

    /// <returns>False when somebody else paused or ended it just now.</returns>
    public static async Task<bool> PauseForAsync(this NpgsqlDataSource dataSource, ReachedLimit reached, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            update campaigns set status = 'paused', status_note = $2, limits_reached = limits_reached || $3
            where id = $1 and status in ('planning', 'running')
            """);
        command.Parameters.Add(new() { Value = reached.CampaignId });
        command.Parameters.Add(new() { Value = reached.InWords });
        command.Parameters.Add(new() { Value = reached.Limit });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
