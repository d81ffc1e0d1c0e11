using Npgsql;

namespace LabsToGo.Data.Retention;

/// <summary>
/// What an erased patient leaves in messages and replies. Run once with the erasure itself, and again by the workers until nothing is left: a text may be under way,
/// its outcome open, or just being planned from what was read before. Campaigns are walked by <c>(organization_id, id)</c> and <c>(patient_id, id)</c>, the messages
/// in them by <c>(campaign_id, patient_id)</c>.
/// </summary>
public static class PatientErasure
{
    /// <summary>Campaigns to an audience, and those to this patient alone.</summary>
    private const string Campaigns =
        """
        campaigns as (
            select id from campaigns where organization_id = @organization_id and kind = 'bulk'
            union all
            select id from campaigns where organization_id = @organization_id and patient_id = @patient_id
        )
        """;

    /// <summary>
    /// Ends what waits for the patient. Each row leaves its batch in the same statement, so that a claim of it sees either the row with its batch or neither;
    /// one that is under a claim is left to it.
    /// </summary>
    public static async Task EndWaitingOfAsync(this NpgsqlConnection connection, Guid organizationId, Guid patientId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with {Campaigns}, waiting as materialized (
                select m.id, m.campaign_id, m.sender_id, m.segments
                from campaigns c
                join messages m on m.campaign_id = c.id and m.patient_id = @patient_id
                where m.status = 'pending'
            ), emptied as (
                delete from batches b using waiting w
                where b.campaign_id = w.campaign_id and b.sender_id = w.sender_id and b.attempt_id is null and b.message_ids = array[w.id]
                returning w.id
            ), reduced as (
                update batches b set message_ids = array_remove(b.message_ids, w.id), segments = b.segments - w.segments
                from waiting w
                where b.campaign_id = w.campaign_id and b.sender_id = w.sender_id and b.attempt_id is null and b.message_ids @> array[w.id] and cardinality(b.message_ids) > 1
                returning w.id
            )
            update messages m set status = 'skipped', reason = 'erased', updated_at = now()
            from (select id from emptied union all select id from reduced) freed
            where m.id = freed.id and m.status = 'pending'
            """,
            connection);
        await command.RunAsync(organizationId, patientId, cancellationToken);
    }

    /// <summary>
    /// Texts to one patient that are not planned yet stand in their campaigns, which end; the others' texts went into their messages.
    /// </summary>
    public static async Task CancelTextsToAsync(this NpgsqlConnection connection, Guid organizationId, Guid patientId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update campaigns set
                template = case when kind = 'reply' then '' else template end,
                status = case when status in ('draft', 'queued', 'planning', 'paused') then 'canceled' else status end,
                status_note = case when status in ('draft', 'queued', 'planning', 'paused') then 'The patient was erased.' else status_note end,
                completed_at = case when status in ('draft', 'queued', 'planning', 'paused') then now() else completed_at end
            where organization_id = @organization_id and patient_id = @patient_id
            """,
            connection);
        await command.RunAsync(organizationId, patientId, cancellationToken);
    }

    /// <summary>
    /// Deletes texts and numbers here. What may still be posted or compared with Twilio's list (pending under a claim, unknown) keeps them until it is not any more.
    /// </summary>
    public static async Task DeleteTextsOfAsync(this NpgsqlConnection connection, Guid organizationId, Guid patientId, CancellationToken cancellationToken)
    {
        await using var messages = new NpgsqlCommand(
            $"""
            with {Campaigns}
            update messages m set
                body = '',
                phone = '',
                reason = case when m.status in ('accepted', 'sent', 'sent_unconfirmed') then null else m.reason end,
                redacted_at = case when m.redacted_at is null and m.provider_sid is null and m.status in ({EndedMessages.States}) then now() else m.redacted_at end
            from campaigns c
            where m.campaign_id = c.id and m.patient_id = @patient_id and m.status in ('accepted', 'sent', {EndedMessages.States})
                and (m.body <> '' or m.phone <> '' or (m.redacted_at is null and m.provider_sid is null))
            """,
            connection);
        await messages.RunAsync(organizationId, patientId, cancellationToken);
        await using var replies = new NpgsqlCommand(
            "update replies set body = '', phone = '' where organization_id = @organization_id and patient_id = @patient_id and (body <> '' or phone <> '')", connection);
        await replies.RunAsync(organizationId, patientId, cancellationToken);
    }

    /// <summary>Replies that came from the number before anybody had it.</summary>
    public static async Task DeleteRepliesOfNobodyAsync(this NpgsqlConnection connection, Guid organizationId, Guid patientId, string phone, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update replies set body = '', phone = '', patient_id = @patient_id
            where organization_id = @organization_id and patient_id is null and phone = @phone
            """,
            connection);
        command.Parameters.AddWithValue("phone", phone);
        await command.RunAsync(organizationId, patientId, cancellationToken);
    }

    /// <summary>
    /// Answers are kept for a day, encrypted, in case the same POST comes again; which of them tell of the patient can't be seen, so all that may are emptied. Their keys stay:
    /// nothing is done twice.
    /// </summary>
    public static async Task EmptyAnswersAboutAsync(this NpgsqlConnection connection, Guid organizationId, Guid patientId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update idempotent_requests set body = null
            where organization_id = @organization_id and body is not null and (location is null or location like '%/patients/' || @patient_id::text || '%')
            """,
            connection);
        await command.RunAsync(organizationId, patientId, cancellationToken);
    }

    /// <summary>Erased patients of whom something may be left, a few at a time. Each is put off as it is taken, ever longer. Rides on <c>patients (erasure_due_at)</c>.</summary>
    public static async Task<List<ErasedPatient>> TakeErasedAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            with due as (
                select id from patients where erasure_due_at <= now() order by erasure_due_at limit 20 for update skip locked
            )
            update patients p set erasure_due_at = now() + greatest(interval '5 seconds', least((now() - p.erased_at) / 10, interval '1 hour'))
            from due
            where p.id = due.id
            returning p.id, p.organization_id
            """);
        var patients = new List<ErasedPatient>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            patients.Add(new ErasedPatient(reader.GetGuid(0), reader.GetGuid(1)));
        return patients;
    }

    /// <summary>The patient's texts that still stand at Twilio: ours, and the replies.</summary>
    public static async Task<(List<TwilioCopy> Messages, List<TwilioCopy> Replies)> CopiesOfPatientAsync(
        this NpgsqlConnection connection, ErasedPatient patient, CancellationToken cancellationToken)
    {
        await using var messages = new NpgsqlCommand(
            $"""
            with {Campaigns}
            select m.id, m.provider_sid, m.patient_id
            from campaigns c
            join messages m on m.campaign_id = c.id and m.patient_id = @patient_id
            where m.redacted_at is null and m.provider_sid is not null and m.body = ''
            """,
            connection);
        var sent = await messages.With(patient.OrganizationId, patient.Id).ReadCopiesAsync(cancellationToken);
        await using var replies = new NpgsqlCommand(
            "select id, provider_sid, patient_id from replies where organization_id = @organization_id and patient_id = @patient_id and redacted_at is null", connection);
        return (sent, await replies.With(patient.OrganizationId, patient.Id).ReadCopiesAsync(cancellationToken));
    }

    /// <summary>A planner may still write a row from what it had read before the erasure, so the first minute does not count.</summary>
    /// <returns>False while something is left.</returns>
    public static async Task<bool> CompleteErasureAsync(this NpgsqlConnection connection, ErasedPatient patient, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with {Campaigns}
            update patients set erasure_due_at = null
            where id = @patient_id and erased_at < now() - interval '1 minute'
                and not exists (
                    select from campaigns c
                    join messages m on m.campaign_id = c.id and m.patient_id = @patient_id
                    where m.redacted_at is null or m.phone <> ''
                )
                and not exists (select from replies r where r.organization_id = @organization_id and r.patient_id = @patient_id and r.redacted_at is null)
            """,
            connection);
        return await command.With(patient.OrganizationId, patient.Id).ExecuteNonQueryAsync(cancellationToken) > 0;
    }

    private static Task<int> RunAsync(this NpgsqlCommand command, Guid organizationId, Guid patientId, CancellationToken cancellationToken) =>
        command.With(organizationId, patientId).ExecuteNonQueryAsync(cancellationToken);

    private static NpgsqlCommand With(this NpgsqlCommand command, Guid organizationId, Guid patientId)
    {
        command.Parameters.AddWithValue("organization_id", organizationId);
        command.Parameters.AddWithValue("patient_id", patientId);
        return command;
    }
}
