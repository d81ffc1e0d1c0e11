using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.Api.Queue;

/// <summary>The queue page's figures. What waits is counted by batches; everything else is kept in the counters.</summary>
internal static class QueueDepths
{
    /// <summary>Rows that wait, by sender, in campaigns under way.</summary>
    public static Task<List<WaitingWork>> ReadWaitingWorkAsync(this NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.ReadAsync<WaitingWork>(
            """
            select s.id as sender_id, s.label, s.segments_per_second, s.status, s.pause_reason,
                coalesce(sum(work.waiting), 0)::bigint as waiting, coalesce(sum(work.retrying), 0)::bigint as retrying,
                greatest(0, coalesce(extract(epoch from now() - min(work.first_due)), 0))::float8 as oldest_due, coalesce(sum(work.sending),
                    0)::bigint as sending
            from senders s
            left join lateral (
                select sum(cardinality(b.message_ids)) filter (where b.attempt_id is null) as waiting,
                    sum(cardinality(b.message_ids)) filter (where b.attempt_id is null and b.tries > 0) as retrying,
                    sum(cardinality(b.message_ids)) filter (where b.attempt_id is not null) as sending,
                    min(b.due_at) filter (where b.attempt_id is null) as first_due
                from campaigns c
                join batches b on b.campaign_id = c.id and b.sender_id = s.id
                where c.status in ('planning', 'running', 'paused') and c.organization_id = s.organization_id
            ) work on true
            where s.status <> 'retired'
            group by s.id
            order by s.label
            """,
            null,
            cancellationToken);
}
