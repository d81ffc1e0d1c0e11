using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.CampaignWorker.Dispatching;

/// <summary>
/// The dispatcher's statements. What waits rides on <c>batches (campaign_id, sender_id, due_at, id)</c>, what is out on <c>batches (sender_id)</c>.
/// </summary>
internal static class BatchHanding
{
    /// <summary>Lanes that may send now, also by what is left of the day's cap, and have something due that is not out yet.</summary>
    public static Task<List<SendingLane>> ActiveLanesAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<SendingLane>(
            """
            select c.organization_id, c.id as campaign_id, s.id as sender_id, s.segments_per_second, c.kind <> 'bulk' as urgent, c.trace_parent
            from campaigns c
            join organizations o on o.id = c.organization_id and o.sending_stopped_at is null and o.operator_stopped_at is null
            join senders s on s.organization_id = c.organization_id and s.status = 'active'
            cross join lateral left_today(s.id) today
            where c.status in ('planning', 'running')
                and exists (
                    select from batches b
                    where b.campaign_id = c.id and b.sender_id = s.id and b.due_at <= now() and b.attempt_id is null and b.handed_at is null
                )
                and (today.segments is null or today.segments > 0 or exists (
                    select from batches b
                    where b.campaign_id = c.id and b.sender_id = s.id and b.due_at <= now() and b.attempt_id is null and b.handed_at is null
                        and b.counted_on = carriers_day()
                ))
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
    /// until <see cref="PutBackLostAsync"/> finds it. Where a daily cap holds they are counted, once a day each, and what does not fit is left for the next
    /// one: this is the one place where anything is taken from the cap, and there is one dispatcher at a time.
    /// </summary>
    public static Task<List<HandedBatch>> HandOutAsync(this NpgsqlDataSource dataSource, SendingLane lane, int batches, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<HandedBatch>(
            """
            with again as materialized (
                select id from batches
                where campaign_id = @CampaignId and sender_id = @SenderId and due_at <= now() and attempt_id is null and handed_at is null
                    and counted_on = carriers_day()
                order by due_at, id
                limit @batches
                for update skip locked
            ), anew as materialized (
                select id, due_at, segments from batches
                where campaign_id = @CampaignId and sender_id = @SenderId and due_at <= now() and attempt_id is null and handed_at is null
                    and counted_on is distinct from carriers_day()
                order by due_at, id
                limit @batches - (select count(*) from again)
                for update skip locked
            ), next as materialized (
                select id, false as counts from again
                union all
                select id, room is not null
                from (
                    select a.id, sum(a.segments) over (order by a.due_at, a.id) as upto, today.segments as room
                    from anew a
                    cross join left_today(@SenderId) today
                ) fitting
                where room is null or upto <= room
            ), handed as (
                update batches b set handed_at = now(), counted_on = case when n.counts then carriers_day() else b.counted_on end
                from next n
                where b.id = n.id
                returning b.id, b.segments, n.counts
            ), counted as (
                insert into daily_segments as d (sender_id, organization_id, day, segments)
                select @SenderId, @OrganizationId, carriers_day(), sum(segments) from handed where counts having count(*) > 0
                on conflict (sender_id, day) do update set segments = d.segments + excluded.segments
            )
            select id, segments from handed
            """,
            new { lane.OrganizationId, lane.CampaignId, lane.SenderId, batches },
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
