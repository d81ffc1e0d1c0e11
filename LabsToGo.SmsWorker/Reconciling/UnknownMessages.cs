using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>The reconciler's statements. They ride on <c>batches (lease_until)</c> and <c>notable_messages (ask_at)</c>.</summary>
internal static class UnknownMessages
{
    /// <summary>
    /// Claims whose worker is gone: their POSTs may have left, so their rows become unknown, never pending (G2). Whatever left has reached Twilio or failed by
    /// now, since the lease is longer than any POST.
    /// </summary>
    /// <returns>Rows that are unknown now.</returns>
    public static async Task<int> ExpireLeasesAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with lost as (
                select id from batches where lease_until < now() order by lease_until limit 20 for update skip locked
            ), gone as (
                delete from batches b using lost l where b.id = l.id
                returning b.message_ids, b.attempt_id, b.attempted_at
            )
            update messages m set
                status = 'unknown',
                reason = 'worker_lost',
                attempts = m.attempts + 1,
                attempt_id = g.attempt_id,
                attempted_at = g.attempted_at,
                updated_at = now()
            from gone g
            cross join lateral unnest(g.message_ids) as member(id)
            where m.id = member.id and m.status = 'pending'
            """);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Unknown rows that are to be looked up at Twilio now. Each is put off as it is taken (a tenth of its age, at most half an hour), so that several
    /// reconcilers share them and an old one is asked for ever less often. After a day nothing is asked any more: a person decides.
    /// </summary>
    /// <param name="askAgain">How long it is put off at least.</param>
    public static Task<List<OpenMessage>> TakeUnknownAsync(
        this NpgsqlDataSource dataSource, TimeSpan askAgain, int limit, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<OpenMessage>(
            """
            with open as (
                select message_id from notable_messages
                where ask_at <= now()
                order by ask_at
                limit @limit
                for update skip locked
            ), put_off as (
                update notable_messages n set
                    ask_at = case when m.attempted_at > now() - interval '1 day'
                        then now() + greatest(@askAgain, least((now() - m.attempted_at) / 10, interval '30 minutes')) end
                from open
                join messages m on m.id = open.message_id
                where n.message_id = open.message_id
            )
            select m.id, m.organization_id, m.attempt_id, s.phone as "from", m.phone as "to", m.body, m.attempted_at
            from open
            join messages m on m.id = open.message_id
            join senders s on s.id = m.sender_id
            where m.status = 'unknown' and m.attempt_id is not null
            """,
            new { limit, askAgain },
            cancellationToken);

    /// <summary>
    /// Twilio's sids that other rows to the same number hold, those of campaigns that ended long before the attempt left out. The same text may well have been
    /// sent to the same patient a moment ago by another campaign: what Twilio lists is only news when it is none of these.
    /// Rides on the patients' number and on <c>messages (campaign_id, patient_id)</c>.
    /// </summary>
    public static async Task<HashSet<string>> SidsOfOthersAsync(this NpgsqlDataSource dataSource, OpenMessage message, CancellationToken cancellationToken)
    {
        var sids = await dataSource.ReadAsync<string>(
            """
            select m.provider_sid
            from patients p
            join campaigns c on c.organization_id = p.organization_id and (c.completed_at is null or c.completed_at > @AttemptedAt - interval '1 day')
            join messages m on m.campaign_id = c.id and m.patient_id = p.id
            where p.organization_id = @OrganizationId and p.phone = @To and m.id <> @Id and m.provider_sid is not null
            """,
            new { message.OrganizationId, message.To, message.Id, message.AttemptedAt },
            cancellationToken);
        return [.. sids];
    }
}
