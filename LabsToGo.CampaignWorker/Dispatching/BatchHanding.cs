using Npgsql;

namespace LabsToGo.CampaignWorker.Dispatching;

/// <summary>The dispatcher's statements. What waits rides on <c>batches (campaign_id, sender_id, due_at, id)</c>, what is out on <c>batches (sender_id)</c>.</summary>
internal static class BatchHanding
{
    /// <summary>Lanes that may send now and have something due that is not out yet.</summary>
    public static async Task<List<SendingLane>> ActiveLanesAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            select c.organization_id, c.id, s.id, s.segments_per_second, c.kind <> 'bulk', c.trace_parent
            from campaigns c
            join organizations o on o.id = c.organization_id and o.sending_stopped_at is null and o.operator_stopped_at is null
            join senders s on s.organization_id = c.organization_id and s.status = 'active'
            where c.status in ('planning', 'running')
                and exists (
                    select from batches b
                    where b.campaign_id = c.id and b.sender_id = s.id and b.due_at <= now() and b.attempt_id is null and b.handed_at is null
                )
            order by s.id, c.id
            """);
        var lanes = new List<SendingLane>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            lanes.Add(new SendingLane(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetDouble(3), reader.GetBoolean(4), reader.IsDBNull(5) ? null : reader.GetString(5)));
        return lanes;
    }

    /// <summary>Segments that are out, by sender: given to the workers, and neither recorded nor put back.</summary>
    public static async Task<Dictionary<Guid, long>> CountOutAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand("select sender_id, sum(segments) from batches where handed_at is not null group by sender_id");
        var counts = new Dictionary<Guid, long>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            counts[reader.GetGuid(0)] = reader.GetInt64(1);
        return counts;
    }

    /// <summary>
    /// Takes the next batches of a lane that are due. Committed before they are published: what is lost on the way counts as out,
    /// until <see cref="PutBackLostAsync"/> finds it.
    /// </summary>
    public static async Task<List<HandedBatch>> HandOutAsync(this NpgsqlDataSource dataSource, SendingLane lane, int batches, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with next as (
                select id from batches
                where campaign_id = $1 and sender_id = $2 and due_at <= now() and attempt_id is null and handed_at is null
                order by due_at, id
                limit $3
                for update skip locked
            )
            update batches b set handed_at = now() from next where b.id = next.id
            returning b.id, b.segments
            """);
        command.Parameters.Add(new() { Value = lane.CampaignId });
        command.Parameters.Add(new() { Value = lane.SenderId });
        command.Parameters.Add(new() { Value = batches });
        var handed = new List<HandedBatch>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            handed.Add(new HandedBatch(reader.GetGuid(0), reader.GetInt32(1)));
        return handed;
    }

    /// <summary>Batches that were given out and not claimed for that long: the broker was wiped, or a worker died with them in its hands.</summary>
    public static async Task<int> PutBackLostAsync(this NpgsqlDataSource dataSource, TimeSpan patience, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with lost as (
                select id from batches where handed_at < now() - $1 and attempt_id is null for update skip locked
            )
            update batches b set handed_at = null from lost where b.id = lost.id
            """);
        command.Parameters.Add(new() { Value = patience });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
