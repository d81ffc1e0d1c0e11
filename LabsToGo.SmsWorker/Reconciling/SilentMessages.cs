using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.SmsWorker.Reconciling;

internal static class SilentMessages
{
    /// <summary>
    /// Rows that Twilio took and has not spoken of for that long. Each is put off as it is taken, so that several sweeps share them.
    /// Walks the campaigns that have not completed, since only those have such rows, by their counters; rides on <c>messages (campaign_id, patient_id)</c>.
    /// </summary>
    public static Task<List<SilentMessage>> TakeSilentAsync(
        this NpgsqlDataSource dataSource, TimeSpan patience, int limit, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<SilentMessage>(
            """
            with followed as materialized (
                select c.id
                from campaigns c
                join campaign_counters n on n.campaign_id = c.id and n.accepted + n.sent > 0
                where c.status in ('planning', 'running', 'paused', 'canceled') and c.started_at < now() - @patience
            ), silent as (
                select m.id
                from followed f
                cross join lateral (
                    select id from messages
                    where campaign_id = f.id and status in ('accepted', 'sent') and updated_at < now() - @patience and provider_sid is not null
                    limit @limit
                    for no key update skip locked
                ) m
                limit @limit
            )
            update messages m set updated_at = now()
            from silent
            where m.id = silent.id
            returning m.id, m.organization_id, m.campaign_id, m.provider_sid
            """,
            new { patience, limit },
            cancellationToken);
}
