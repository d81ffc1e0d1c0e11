using LabsToGo.Domain.Messages;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Following;

public static class StatusFollowing
{
    /// <summary>
    /// True for a row that is tried again: recorded, tried again less often than it may be, and its campaign still going on then.
    /// One whose claim is not recorded yet is left to end: a word that is so quick is none of a phone that was off.
    /// </summary>
    private const string TriedAgain =
        """
        (r.try_again and m.status in ('accepted', 'sent')
            and (select count(*) from earlier_attempts e where e.message_id = m.id) < @most
            and exists (select from campaigns c where c.id = m.campaign_id and c.status in ('planning', 'running', 'paused') and c.expires_at > now() + @wait)
            and not exists (
                select from batches b where b.campaign_id = m.campaign_id and b.attempt_id is not null and b.message_ids @> array[m.id]
            ))
        """;

    private const string Legal = "(m.status, r.status) in (select from_status, to_status from message_moves)";

    /// <summary>
    /// Applies what Twilio reported, any number of reports at once, repeated and in any order: each row moves to the furthest state among them and
    /// never back (the legal moves say what is forward), and every distinct status is kept with the time it first came. Durable when this returns (G7).
    /// What was not delivered and may be some hours later goes back to pending, with a batch of its own for then; its sid is kept among the earlier attempts,
    /// whose late words change nothing. Everything that is asked of a row stands in the update itself, so it is asked again when a record of the POST came
    /// between. Rides on the primary key.
    /// </summary>
    /// <returns>The campaigns that the rows belong to; messages that are not there change nothing.</returns>
    public static async Task<List<Guid>> ApplyStatusesAsync(
        this NpgsqlConnection connection, IReadOnlyList<StatusUpdate> updates, FollowingOptions options, CancellationToken cancellationToken)
    {
        // In the order of the ids, as records of POSTs are: two statements over the same rows hardly ever wait for each other.
        // By sid as well: a late word about an earlier attempt must not outdo one about the last.
        var reports = updates.GroupBy(update => (update.MessageId, update.ProviderSid)).OrderBy(report => report.Key.MessageId).Select(Furthest).ToList();
        await using var command = new NpgsqlCommand(
            $"""
            with moved as (
                update messages m set
                    status = case when {TriedAgain} then 'pending' when {Legal} then r.status else m.status end,
                    error_code = case when {Legal} then r.code else m.error_code end,
                    reason = case when {Legal} then r.reason else m.reason end,
                    provider_sid = case when not {TriedAgain} then coalesce(m.provider_sid, r.sid) end,
                    attempt_id = case when not {TriedAgain} then m.attempt_id end,
                    history = (select jsonb_object_agg(word, clock_timestamp()) from unnest(string_to_array(r.reported, ',')) word)
                        || case when {TriedAgain} then jsonb_build_object('{MessageHistory.TriedAgain}', clock_timestamp()) else jsonb_build_object() end
                        || m.history,
                    updated_at = now()
                from unnest(@ids, @reported, @statuses, @sids, @codes, @reasons, @try_again) as r(id, reported, status, sid, code, reason, try_again)
                where m.id = r.id
                    and ({Legal} or not m.history ?& string_to_array(r.reported, ','))
                    and not exists (select from earlier_attempts e where e.message_id = m.id and e.provider_sid = r.sid)
                returning m.id, m.organization_id, m.campaign_id, m.sender_id, m.segments, m.attempts, r.sid, r.try_again and m.status = 'pending' as again
            ), kept as (
                insert into earlier_attempts (message_id, organization_id, provider_sid) select id, organization_id, sid from moved where again
            ), later as (
                insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at)
                select gen_random_uuid(), organization_id, campaign_id, sender_id, array_agg(id), sum(segments), attempts, now() + @wait
                from moved
                where again
                group by organization_id, campaign_id, sender_id, attempts
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
        command.AddColumn("try_again", NpgsqlDbType.Boolean, reports, report => report.Furthest.TryAgain);
        command.Parameters.AddWithValue("most", options.TryAgain);
        command.Parameters.AddWithValue("wait", TimeSpan.FromSeconds(options.TryAgainAfterSeconds));

        var campaigns = new List<Guid>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            campaigns.Add(reader.GetGuid(0));
        return campaigns;
    }

    /// <summary>Two final words contradict each other: the one that came first stands, as it does when they come in two calls.</summary>
    private static (StatusUpdate Furthest, string Words) Furthest(IGrouping<(Guid, string?), StatusUpdate> reports) =>
        (reports.MaxBy(report => Rank(report.Status)), string.Join(',', reports.Select(report => report.ReportedStatus).Distinct()));

    private static int Rank(MessageStatus status) => status switch
    {
        MessageStatus.Accepted => 1,
        MessageStatus.Sent => 2,
        MessageStatus.SentUnconfirmed => 3,
        _ => 4,
    };
}
