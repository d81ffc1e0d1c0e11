using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Following;

public static class StatusFollowing
{
    /// <summary>
    /// Applies what Twilio reported, any number of reports at once, repeated and in any order: each row moves to the furthest state among them and
    /// never back (the legal moves say what is forward), and every distinct status is kept with the time it first came. Durable when this returns (G7).
    /// Rides on the primary key.
    /// </summary>
    /// <returns>The campaigns that the rows belong to; messages that are not there change nothing.</returns>
    public static async Task<List<Guid>> ApplyStatusesAsync(this NpgsqlConnection connection, IReadOnlyList<StatusUpdate> updates, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with report as materialized (
                select *, case status
                        when 'accepted' then 1 when 'sent' then 2 when 'sent_unconfirmed' then 3 else 4
                    end as rank
                from unnest(@ids, @reported, @statuses, @sids, @codes, @reasons) with ordinality
                    as r(id, reported, status, sid, code, reason, nr)
            ), furthest as materialized (
                -- Two final words contradict each other: the one that came first stands, as it does when they come in two calls.
                select distinct on (id) * from report order by id, rank desc, nr
            ), heard as materialized (
                select id, max(sid) as sid, jsonb_object_agg(reported, clock_timestamp()) as history from report group by id
            ), held as materialized (
                -- Locked first and read then: a concurrent record of the POST is either seen here or waits for us.
                select m.id, m.status from messages m where m.id = any(@ids) order by m.id for update
            ), moved as (
                update messages m set
                    status = case when move.to_status is null then m.status else f.status end,
                    error_code = case when move.to_status is null then m.error_code else f.code end,
                    reason = case when move.to_status is null then m.reason else f.reason end,
                    provider_sid = coalesce(m.provider_sid, heard.sid),
                    history = heard.history || m.history,
                    updated_at = now()
                from held
                join furthest f on f.id = held.id
                join heard on heard.id = held.id
                left join message_moves move on move.from_status = held.status and move.to_status = f.status
                where m.id = held.id
                    and (move.to_status is not null or not m.history ?& array(select reported from report r where r.id = m.id))
                returning m.campaign_id
            )
            select distinct campaign_id from moved
            """,
            connection);
        Add(command, "ids", NpgsqlDbType.Uuid, updates, update => update.MessageId);
        Add(command, "reported", NpgsqlDbType.Text, updates, update => update.ReportedStatus);
        Add(command, "statuses", NpgsqlDbType.Text, updates, update => update.Status.Stored());
        Add(command, "sids", NpgsqlDbType.Text, updates, update => update.ProviderSid);
        Add(command, "codes", NpgsqlDbType.Integer, updates, update => update.ErrorCode);
        Add(command, "reasons", NpgsqlDbType.Text, updates, update => update.Reason);

        var campaigns = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            campaigns.Add(reader.GetGuid(0));
        return campaigns;
    }

    private static void Add<T>(NpgsqlCommand command, string name, NpgsqlDbType element, IReadOnlyList<StatusUpdate> updates, Func<StatusUpdate, T> select)
    {
        var values = new T[updates.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = select(updates[i]);
        command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | element) { Value = values });
    }
}
