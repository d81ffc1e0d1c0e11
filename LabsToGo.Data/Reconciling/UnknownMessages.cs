using Npgsql;

namespace LabsToGo.Data.Reconciling;

/// <summary>The reconciler's statements. They ride on <c>messages (lease_until)</c>, which holds claimed and unknown rows only.</summary>
public static class UnknownMessages
{
    /// <summary>
    /// Claims whose worker is gone: their POST may have left, so they become unknown, never pending (G2). Whatever left has reached Twilio or failed by now,
    /// since the lease is longer than any POST.
    /// </summary>
    public static async Task<int> ExpireLeasesAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with lost as (
                select id from messages
                where lease_until < now() and status = 'sending'
                order by id
                limit 1000
                for update skip locked
            )
            update messages m set status = 'unknown', reason = 'worker_lost', lease_until = now(), updated_at = now()
            from lost
            where m.id = lost.id
            """);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Unknown rows that are to be looked up at Twilio now. Each is put off as it is taken (a tenth of its age, 15 s to 30 min), so that several reconcilers share them
    /// and an old one is asked for ever less often. After a day nothing is asked any more: a person decides.
    /// </summary>
    public static async Task<List<OpenMessage>> TakeUnknownAsync(this NpgsqlDataSource dataSource, int limit, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with open as (
                select id from messages
                where lease_until <= now() and status = 'unknown'
                order by lease_until
                limit $1
                for update skip locked
            )
            update messages m set
                lease_until = case when m.attempted_at > now() - interval '1 day'
                    then now() + greatest(interval '15 seconds', least((now() - m.attempted_at) / 10, interval '30 minutes')) end,
                updated_at = now()
            from open, senders s
            where m.id = open.id and s.id = m.sender_id
            returning m.id, m.organization_id, m.attempt_id, s.phone, m.phone, m.body, m.attempted_at
            """);
        command.Parameters.Add(new() { Value = limit });
        var messages = new List<OpenMessage>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            messages.Add(new OpenMessage(
                reader.GetGuid(0),
                reader.GetGuid(1),
                reader.GetGuid(2),
                reader.GetString(3),
                reader.GetString(4),
                reader.GetString(5),
                reader.GetFieldValue<DateTimeOffset>(6)));
        }
        return messages;
    }

    /// <summary>
    /// Twilio's sids that other rows to the same number hold, those of campaigns that ended long before the attempt left out. The same text may well have been
    /// sent to the same patient a moment ago by another campaign: what Twilio lists is only news when it is none of these.
    /// Rides on the patients' number and on <c>messages (campaign_id, patient_id)</c>.
    /// </summary>
    public static async Task<HashSet<string>> SidsOfOthersAsync(this NpgsqlDataSource dataSource, OpenMessage message, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            select m.provider_sid
            from patients p
            join campaigns c on c.organization_id = p.organization_id and (c.completed_at is null or c.completed_at > $4 - interval '1 day')
            join messages m on m.campaign_id = c.id and m.patient_id = p.id
            where p.organization_id = $1 and p.phone = $2 and m.id <> $3 and m.provider_sid is not null
            """);
        command.Parameters.Add(new() { Value = message.OrganizationId });
        command.Parameters.Add(new() { Value = message.To });
        command.Parameters.Add(new() { Value = message.Id });
        command.Parameters.Add(new() { Value = message.AttemptedAt });
        var sids = new HashSet<string>(StringComparer.Ordinal);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            sids.Add(reader.GetString(0));
        return sids;
    }

    /// <summary>
    /// Twilio was asked and does not have the message. For a lost claim, told so twice with a pause between, that is the proof: it is sent again.
    /// A POST of which Twilio itself left the outcome open (a 5xx, a timeout, a broken answer) stays unknown: it may still be at work on it.
    /// </summary>
    public static async Task RecordAbsentAsync(this NpgsqlDataSource dataSource, OpenMessage message, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            update messages set
                status = case reason when 'worker_lost_absent' then 'pending' else status end,
                due_at = case reason when 'worker_lost_absent' then now() end,
                lease_until = case reason when 'worker_lost_absent' then null else lease_until end,
                reason = case reason when 'worker_lost' then 'worker_lost_absent' end,
                updated_at = now()
            where id = $1 and attempt_id = $2 and status = 'unknown' and reason in ('worker_lost', 'worker_lost_absent')
            """);
        command.Parameters.Add(new() { Value = message.Id });
        command.Parameters.Add(new() { Value = message.AttemptId });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
