using Npgsql;

namespace LabsToGo.Data.Dispatching;

/// <summary>The dispatcher's questions. All ride on <c>messages (campaign_id, sender_id, due_at, id)</c>, which holds unfinished rows only.</summary>
public static class DueMessages
{
    /// <summary>Lanes that may send now and have something due.</summary>
    public static async Task<List<SendingLane>> ActiveLanesAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            select c.organization_id, c.id, s.id, s.segments_per_second, c.trace_parent
            from campaigns c
            join organizations o on o.id = c.organization_id and o.sending_stopped_at is null
            join senders s on s.organization_id = c.organization_id and s.status = 'active'
            where c.status in ('planning', 'running')
                and exists (select from messages m where m.campaign_id = c.id and m.sender_id = s.id and m.due_at <= now())
            order by s.id, c.id
            """);
        var lanes = new List<SendingLane>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            lanes.Add(new SendingLane(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetDouble(3), reader.IsDBNull(4) ? null : reader.GetString(4)));
        return lanes;
    }

    /// <summary>Rows up to the position that no worker has claimed yet: handed out and waiting, or lost on the way. Counts to <paramref name="limit"/> at most.</summary>
    public static async Task<int> CountOutstandingAsync(this NpgsqlDataSource dataSource, SendingLane lane, LanePosition position, int limit, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            select count(*)::int from (
                select from messages
                where campaign_id = $1 and sender_id = $2 and due_at is not null and (due_at, id) <= ($3, $4)
                limit $5
            ) outstanding
            """);
        AddLane(command, lane, position);
        command.Parameters.Add(new() { Value = limit });
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    /// <summary>The next rows that are due behind the position.</summary>
    public static async Task<List<DueMessage>> NextDueAsync(this NpgsqlDataSource dataSource, SendingLane lane, LanePosition position, int limit, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            select id, due_at, segments from messages
            where campaign_id = $1 and sender_id = $2 and due_at <= now() and (due_at, id) > ($3, $4)
            order by due_at, id
            limit $5
            """);
        AddLane(command, lane, position);
        command.Parameters.Add(new() { Value = limit });
        var due = new List<DueMessage>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            due.Add(new DueMessage(reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), reader.GetInt16(2)));
        return due;
    }

    private static void AddLane(NpgsqlCommand command, SendingLane lane, LanePosition position)
    {
        command.Parameters.Add(new() { Value = lane.CampaignId });
        command.Parameters.Add(new() { Value = lane.SenderId });
        command.Parameters.Add(new() { Value = position.DueAt });
        command.Parameters.Add(new() { Value = position.Id });
    }
}
