using LabsToGo.Data.Rows;
using LabsToGo.Domain.Messages;
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
            $"""
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
                history = jsonb_build_object('{MessageHistory.Unknown}', now()) || m.history,
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
    /// Of these sids those that a row holds already, or held before it was tried again, of whichever campaign or organization: an account may be shared.
    /// Rides on <c>messages (phone)</c>, the number that was texted, whatever the patient's number is today.
    /// </summary>
    public static Task<List<string>> HeldSidsAsync(
        this NpgsqlDataSource dataSource, OpenMessage message, IReadOnlyCollection<string> sids, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<string>(
            """
            select provider_sid from messages where phone = @To and provider_sid = any(@sids)
            union all
            select e.provider_sid from messages m join earlier_attempts e on e.message_id = m.id where m.phone = @To and e.provider_sid = any(@sids)
            """,
            new { message.To, sids = sids.ToArray() },
            cancellationToken);

    /// <summary>
    /// Closes an open outcome by what Twilio has, unless that may belong to another row: one that holds this sid, or one with the same text to the same number
    /// that is open itself. The one that this was then gets its callback, or a person decides. Rides on <c>messages (phone)</c>.
    /// </summary>
    /// <returns>False when it stays open.</returns>
    public static async Task<bool> RecordFoundAsync(
        this NpgsqlDataSource dataSource, OpenMessage message, string sid, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            $"""
            update messages m set
                status = 'accepted', provider_sid = $3, reason = null, attempt_id = null,
                history = jsonb_build_object('{MessageHistory.Found}', now()) || m.history,
                updated_at = now()
            where m.id = $1 and m.attempt_id = $2 and m.status = 'unknown' and not exists (
                select from messages o
                where o.phone = m.phone and o.id <> m.id
                    and (o.provider_sid = $3 or (o.status in ('pending', 'unknown') and o.sender_id = m.sender_id and o.body = m.body))
            )
            """);
        command.Parameters.Add(new() { Value = message.Id });
        command.Parameters.Add(new() { Value = message.AttemptId });
        command.Parameters.Add(new() { Value = sid });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }
}
