using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.CampaignWorker.Dispatching;

/// <summary>
/// The dispatcher's statements. What waits rides on <c>batches (campaign_id, sender_id, due_at, id)</c>, what is out on <c>batches (sender_id)</c>.
/// </summary>
internal static class BatchHanding
{
    /// <summary>Lanes that may send now and have something due that is not out yet.</summary>
    public static Task<List<SendingLane>> ActiveLanesAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<SendingLane>(
            """
            select c.organization_id, c.id as campaign_id, s.id as sender_id, s.segments_per_second, c.kind <> 'bulk' as urgent, c.trace_parent
            from campaigns c
            join organizations o on o.id = c.organization_id and o.sending_stopped_at is null and o.operator_stopped_at is null
            join senders s on s.organization_id = c.organization_id and s.status = 'active'
            where c.status in ('planning', 'running')
                and exists (
                    select from batches b
                    where b.campaign_id = c.id and b.sender_id = s.id and b.due_at <= now() and b.attempt_id is null and b.handed_at is null
                )
            order by s.id, c.id
            """,
            null,
            cancellationToken);

    /// <summary>Segments that are out, by sender: given to the workers, and neither recorded nor put back.</summary>
    public static async Task<Dictionary<Guid, long>> CountOutAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        var counts = await dataSource.ReadAsync<(Guid SenderId, long Segments)>(
            "select sender_id, sum(segments) from batches where handed_at is not null group by sender_id", null, cancellationToken);
        return counts.ToDictionary(count => count.SenderId, count => count.Segments);
    }

    /// <summary>
    /// Takes the next batches of a lane that are due. Committed before they are published: what is lost on the way counts as out,
    /// until <see cref="PutBackLostAsync"/> finds it.
    /// </summary>
    public static Task<List<HandedBatch>> HandOutAsync(this NpgsqlDataSource dataSource, SendingLane lane, int batches, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<HandedBatch>(
            """
            with next as (
                select id from batches
                where campaign_id = @CampaignId and sender_id = @SenderId and due_at <= now() and attempt_id is null and handed_at is null
                order by due_at, id
                limit @batches
                for update skip locked
            )
            update batches b set handed_at = now() from next where b.id = next.id
            returning b.id, b.segments
            """,
            new { lane.CampaignId, lane.SenderId, batches },
            cancellationToken);

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
