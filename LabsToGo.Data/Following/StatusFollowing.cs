using LabsToGo.Domain.Messages;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Following;

public static class StatusFollowing
{
    /// <summary>
    /// Applies what Twilio reported, any number of reports at once, repeated and in any order: each row moves to the furthest state among them and
    /// never back (the legal moves say what is forward), and every distinct status is kept with the time it first came. Durable when this returns (G7).
    /// Everything that is asked of a row stands in the update itself, so it is asked again when a record of the POST came between. Rides on the primary key.
    /// </summary>
    /// <returns>The campaigns that the rows belong to; messages that are not there change nothing.</returns>
    public static async Task<List<Guid>> ApplyStatusesAsync(
        this NpgsqlConnection connection, IReadOnlyList<StatusUpdate> updates, CancellationToken cancellationToken)
    {
        // In the order of the ids, as records of POSTs are: two statements over the same rows hardly ever wait for each other.
        var reports = updates.GroupBy(update => update.MessageId).OrderBy(report => report.Key).Select(Furthest).ToList();
        await using var command = new NpgsqlCommand(
            """
            with moved as (
                update messages m set
                    status = case when (m.status, r.status) in (select from_status, to_status from message_moves) then r.status else m.status end,
                    error_code = case when (m.status, r.status) in (select from_status, to_status from message_moves) then r.code else m.error_code end,
                    reason = case when (m.status, r.status) in (select from_status, to_status from message_moves) then r.reason else m.reason end,
                    provider_sid = coalesce(m.provider_sid, r.sid),
                    history = (select jsonb_object_agg(word, clock_timestamp()) from unnest(string_to_array(r.reported, ',')) word) || m.history,
                    updated_at = now()
                from unnest(@ids, @reported, @statuses, @sids, @codes, @reasons) as r(id, reported, status, sid, code, reason)
                where m.id = r.id
                    and ((m.status, r.status) in (select from_status, to_status from message_moves) or not m.history ?& string_to_array(r.reported, ','))
                returning m.campaign_id
            )
            select distinct campaign_id from moved
            """,
            connection);
        command.AddColumn("ids", NpgsqlDbType.Uuid, reports, report => report.Furthest.MessageId);
        command.AddColumn("reported", NpgsqlDbType.Text, reports, report => report.Words);
        command.AddColumn("statuses", NpgsqlDbType.Text, reports, report => report.Furthest.Status.Stored());
        command.AddColumn("sids", NpgsqlDbType.Text, reports, report => report.Furthest.ProviderSid);
        command.AddColumn("codes", NpgsqlDbType.Integer, reports, report => report.Furthest.ErrorCode);
        command.AddColumn("reasons", NpgsqlDbType.Text, reports, report => report.Furthest.Reason);

        var campaigns = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            campaigns.Add(reader.GetGuid(0));
        return campaigns;
    }

    /// <summary>Two final words contradict each other: the one that came first stands, as it does when they come in two calls.</summary>
    private static (StatusUpdate Furthest, string Words) Furthest(IGrouping<Guid, StatusUpdate> reports) =>
        (reports.MaxBy(report => Rank(report.Status)), string.Join(',', reports.Select(report => report.ReportedStatus).Distinct()));

    private static int Rank(MessageStatus status) => status switch
    {
        MessageStatus.Accepted => 1,
        MessageStatus.Sent => 2,
        MessageStatus.SentUnconfirmed => 3,
        _ => 4,
    };
}
