using LabsToGo.Data;
using LabsToGo.Domain.Messages;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.SmsWorker.Sending;

internal static class OutcomeRecording
{
    /// <summary>Retries that come due within the same moment share a batch.</summary>
    private const double RetryBucketSeconds = 0.5;

    /// <summary>
    /// Writes all outcomes of any number of attempts, and ends their claims. A callback may have moved a row on already: then only Twilio's sid is added.
    /// A row that another attempt holds is left alone; one that became unknown, since the claim had outlived its lease, still takes its outcome.
    /// Rides on the primary keys.
    /// </summary>
    public static async Task RecordOutcomesAsync(
        this NpgsqlDataSource dataSource, IReadOnlyCollection<SendOutcome> outcomes, CancellationToken cancellationToken)
    {
        // In the order of the ids, as callbacks are: two statements over the same rows hardly ever wait for each other, and if they do one is tried again.
        var sorted = outcomes.OrderBy(outcome => outcome.MessageId).ToList();
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await MoveAsync(connection, sorted, cancellationToken);
        if (sorted.Where(outcome => outcome.OptOut).Select(outcome => outcome.MessageId).ToArray() is { Length: > 0 } optOuts)
            await RecordOptOutsAsync(connection, optOuts, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task MoveAsync(NpgsqlConnection connection, List<SendOutcome> outcomes, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with claimed as materialized (
                delete from batches b
                using unnest(@batches, @batch_attempts) as a(id, attempt_id)
                where b.id = a.id and b.attempt_id = a.attempt_id
                returning b.attempt_id, b.attempted_at, b.counted_on
            ), recorded as (
                update messages m set
                    status = case when m.status in ('pending', 'unknown') then o.status else m.status end,
                    provider_sid = coalesce(o.sid, m.provider_sid),
                    error_code = case when m.status in ('pending', 'unknown') then o.code else m.error_code end,
                    reason = case when m.status in ('pending', 'unknown') then o.reason else m.reason end,
                    attempt_id = case when m.status in ('pending', 'unknown') and o.status = 'unknown' then o.attempt_id end,
                    history = case when m.status = 'pending' and o.status = 'unknown'
                        then jsonb_build_object('{MessageHistory.Unknown}', now()) || m.history else m.history end,
                    attempts = m.attempts + (c.attempt_id is not null and o.posted)::int,
                    attempted_at = coalesce(c.attempted_at, m.attempted_at),
                    updated_at = now()
                from unnest(@ids, @attempts, @statuses, @sids, @codes, @reasons, @waits, @posted) as o(id, attempt_id, status, sid, code, reason, wait, posted)
                left join claimed c on c.attempt_id = o.attempt_id
                where m.id = o.id and (c.attempt_id is not null or m.attempt_id = o.attempt_id)
                returning m.id, m.organization_id, m.campaign_id, m.sender_id, m.segments, m.attempts, m.status, o.wait, c.counted_on
            )
            insert into batches (id, organization_id, campaign_id, sender_id, message_ids, segments, tries, due_at, counted_on)
            select gen_random_uuid(), organization_id, campaign_id, sender_id, array_agg(id), sum(segments), attempts,
                now() + make_interval(secs => @bucket * ceil(extract(epoch from wait)::float8 / @bucket)), counted_on
            from recorded
            where status = 'pending'
            group by organization_id, campaign_id, sender_id, attempts, counted_on, ceil(extract(epoch from wait)::float8 / @bucket)
            """,
            connection);
        command.AddColumn("ids", NpgsqlDbType.Uuid, outcomes, outcome => outcome.MessageId);
        command.AddColumn("attempts", NpgsqlDbType.Uuid, outcomes, outcome => outcome.AttemptId);
        command.AddColumn("statuses", NpgsqlDbType.Text, outcomes, outcome => outcome.Status.Stored());
        command.AddColumn("sids", NpgsqlDbType.Text, outcomes, outcome => outcome.ProviderSid);
        command.AddColumn("codes", NpgsqlDbType.Integer, outcomes, outcome => outcome.ErrorCode);
        command.AddColumn("reasons", NpgsqlDbType.Text, outcomes, outcome => outcome.Reason);
        command.AddColumn("waits", NpgsqlDbType.Interval, outcomes, outcome => outcome.RetryAfter ?? TimeSpan.Zero);
        command.AddColumn("posted", NpgsqlDbType.Boolean, outcomes, outcome => outcome.Posted);
        var claims = outcomes.DistinctBy(outcome => outcome.AttemptId).ToList();
        command.AddColumn("batches", NpgsqlDbType.Uuid, claims, claim => claim.BatchId);
        command.AddColumn("batch_attempts", NpgsqlDbType.Uuid, claims, claim => claim.AttemptId);
        command.Parameters.AddWithValue("bucket", RetryBucketSeconds);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task RecordOptOutsAsync(NpgsqlConnection connection, Guid[] messageIds, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into consent_events (organization_id, patient_id, phone, kind, source, note, occurred_at)
            select organization_id, patient_id, phone, 'revoked', 'carrier', 'Twilio refused a text with 21610: this number has opted out.', now()
            from messages
            where id = any($1) and status = 'failed'
            """,
            connection);
        command.Parameters.Add(new() { Value = messageIds });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
