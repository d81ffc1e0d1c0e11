using Npgsql;

namespace LabsToGo.Data.Progress;

/// <summary>The queue page's figures. What waits is counted on the index of unfinished rows; everything else is kept in the counters.</summary>
public static class QueueDepths
{
    /// <summary>Rows that wait, by sender, in campaigns under way.</summary>
    public static async Task<List<WaitingWork>> ReadWaitingWorkAsync(this NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            select s.id, s.label, s.segments_per_second, s.status, s.pause_reason, coalesce(sum(work.waiting), 0), coalesce(sum(work.retrying), 0),
                coalesce(extract(epoch from now() - min(work.first_due))::float8, 0)
            from senders s
            left join lateral (
                select count(*) as waiting, count(*) filter (where m.attempts > 0) as retrying, min(m.due_at) as first_due
                from campaigns c
                join messages m on m.campaign_id = c.id and m.sender_id = s.id and m.due_at is not null
                where c.status in ('planning', 'running', 'paused') and c.organization_id = s.organization_id
            ) work on true
            group by s.id
            order by s.label
            """,
            connection);
        var work = new List<WaitingWork>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            work.Add(new WaitingWork(
                reader.GetGuid(0),
                reader.GetString(1),
                reader.GetDouble(2),
                reader.GetString(3),
                reader.IsDBNull(4) ? null : reader.GetString(4),
                (long)reader.GetDecimal(5),
                (long)reader.GetDecimal(6),
                Math.Max(0, reader.GetDouble(7))));
        }
        return work;
    }
}
