using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Data.Sending;

public static class OutcomeRecording
{
    /// <summary>
    /// Writes all outcomes of one attempt in one statement, opt-outs into the ledger included. A callback may have moved a row on already:
    /// then only Twilio's sid is added. A row that another attempt holds is left alone.
    /// </summary>
    public static async Task RecordOutcomesAsync(
        this NpgsqlDataSource dataSource, Guid attemptId, IReadOnlyList<SendOutcome> outcomes, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with outcome as materialized (
                select * from unnest(@ids, @statuses, @sids, @codes, @reasons, @waits, @opt_outs)
                    as o(id, status, sid, code, reason, wait, opt_out)
            ), held as materialized (
                select m.id from messages m join outcome o using (id) where m.attempt_id = @attempt_id order by m.id for update of m
            ), recorded as (
                update messages m set
                    status = case when m.status in ('sending', 'unknown') then o.status else m.status end,
                    provider_sid = coalesce(o.sid, m.provider_sid),
                    error_code = case when m.status in ('sending', 'unknown') then o.code else m.error_code end,
                    reason = case when m.status in ('sending', 'unknown') then o.reason else m.reason end,
                    due_at = case when m.status in ('sending', 'unknown') and o.status = 'pending' then now() + o.wait end,
                    lease_until = case when m.status in ('sending', 'unknown') and o.status = 'unknown' then now() + o.wait end,
                    updated_at = now()
                from outcome o, held
                where held.id = o.id and m.id = o.id
                returning m.organization_id, m.patient_id, m.phone, o.opt_out
            )
            insert into consent_events (organization_id, patient_id, phone, kind, source, note, occurred_at)
            select organization_id, patient_id, phone, 'revoked', 'carrier', 'Twilio refused a text with 21610: this number has opted out.', now()
            from recorded
            where opt_out
            """);
        command.Parameters.AddWithValue("attempt_id", attemptId);
        Add(command, "ids", NpgsqlDbType.Uuid, outcomes, outcome => outcome.MessageId);
        Add(command, "statuses", NpgsqlDbType.Text, outcomes, outcome => outcome.Status.Stored());
        Add(command, "sids", NpgsqlDbType.Text, outcomes, outcome => outcome.ProviderSid);
        Add(command, "codes", NpgsqlDbType.Integer, outcomes, outcome => outcome.ErrorCode);
        Add(command, "reasons", NpgsqlDbType.Text, outcomes, outcome => outcome.Reason);
        Add(command, "waits", NpgsqlDbType.Interval, outcomes, outcome => outcome.RetryAfter ?? TimeSpan.Zero);
        Add(command, "opt_outs", NpgsqlDbType.Boolean, outcomes, outcome => outcome.OptOut);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Add<T>(NpgsqlCommand command, string name, NpgsqlDbType element, IReadOnlyList<SendOutcome> outcomes, Func<SendOutcome, T> select)
    {
        var values = new T[outcomes.Count];
        for (var i = 0; i < values.Length; i++)
            values[i] = select(outcomes[i]);
        command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | element) { Value = values });
    }
}
