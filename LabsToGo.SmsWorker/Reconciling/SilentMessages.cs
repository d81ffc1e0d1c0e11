using Npgsql;

namespace LabsToGo.SmsWorker.Reconciling;

internal static class SilentMessages
{
    /// <summary>
    /// Rows that Twilio took and has not spoken of for that long. Each is put off as it is taken, so that several sweeps share them.
    /// Walks the campaigns that have not completed, since only those have such rows, by their counters; rides on <c>messages (campaign_id, patient_id)</c>.
    /// </summary>
    public static async Task<List<SilentMessage>> TakeSilentAsync(this NpgsqlDataSource dataSource, TimeSpan patience, int limit, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with followed as materialized (
                select c.id
                from campaigns c
                join campaign_counters n on n.campaign_id = c.id and n.accepted + n.sent > 0
                where c.status in ('planning', 'running', 'paused', 'canceled') and c.started_at < now() - $1
            ), silent as (
                select m.id
                from followed f
                cross join lateral (
                    select id from messages
                    where campaign_id = f.id and status in ('accepted', 'sent') and updated_at < now() - $1 and provider_sid is not null
                    limit $2
                    for no key update skip locked
                ) m
                limit $2
            )
            update messages m set updated_at = now()
            from silent
            where m.id = silent.id
            returning m.id, m.organization_id, m.campaign_id, m.provider_sid
            """);
        command.Parameters.Add(new() { Value = patience });
        command.Parameters.Add(new() { Value = limit });
        var messages = new List<SilentMessage>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            messages.Add(new SilentMessage(reader.GetGuid(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3)));
        return messages;
    }
}
