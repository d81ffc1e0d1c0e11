using LabsToGo.Data.Erasing;
using Npgsql;

namespace LabsToGo.Api.Patients;

/// <summary>What goes with the erasure itself, in its transaction; the rest the workers follow up by <see cref="PatientErasure"/>.</summary>
internal static class ErasedTraces
{
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
        await command.With(organizationId, patientId).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Replies that came from the number before anybody had it.</summary>
    public static async Task DeleteRepliesOfNobodyAsync(
        this NpgsqlConnection connection, Guid organizationId, Guid patientId, string phone, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update replies set body = '', phone = '', patient_id = @patient_id
            where organization_id = @organization_id and patient_id is null and phone = @phone
            """,
            connection);
        command.Parameters.AddWithValue("phone", phone);
        await command.With(organizationId, patientId).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// What an import found of the patient before it changed them. Undoing it, or the one that added them, leaves the nameless mark alone, and says so.
    /// </summary>
    public static async Task ForgetImportsAsync(this NpgsqlConnection connection, Guid organizationId, Guid patientId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into patient_import_changes (import_id, patient_id, organization_id, kept)
            select i.id, p.id, p.organization_id, 'edited'
            from patients p
            join patient_imports i on i.organization_id = p.organization_id and i.started_at = p.created_at
            where p.organization_id = @organization_id and p.id = @patient_id
            on conflict do nothing;
            update patient_import_changes set before = null, kept = coalesce(kept, 'edited')
            where organization_id = @organization_id and patient_id = @patient_id
            """,
            connection);
        await command.With(organizationId, patientId).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The mark of a number that texts don't reach, unless another patient has the number, too.</summary>
    public static async Task ForgetNumberAsync(
        this NpgsqlConnection connection, Guid organizationId, Guid patientId, string phone, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            delete from unreachable_numbers
            where organization_id = @organization_id and phone = @phone
                and not exists (select from patients p where p.organization_id = @organization_id and p.phone = @phone and p.id <> @patient_id)
            """,
            connection);
        command.Parameters.AddWithValue("phone", phone);
        await command.With(organizationId, patientId).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Which uploaded files hold the patient can't be seen, so all of the organization's expire at once; imports that wait for their start, and show what
    /// stands in their file, end. Rides on <c>stored_files (organization_id, id)</c> and <c>patient_imports (organization_id, id)</c>.
    /// </summary>
    public static async Task ExpireFilesAsync(this NpgsqlConnection connection, Guid organizationId, Guid patientId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with expired as (
                update stored_files set expires_at = now() where organization_id = @organization_id and kind = 'import' and expires_at > now()
            )
            update patient_imports set status = 'failed', columns = '[]', completed_at = now(),
                error = 'A patient was erased, and every uploaded file with them, because it might name them. Upload the file again, without that patient.'
            where organization_id = @organization_id and status = 'in_review'
            """,
            connection);
        await command.With(organizationId, patientId).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Answers are kept for a day, encrypted, in case the same POST comes again; which of them tell of the patient can't be seen, so all that may are emptied.
    /// Their keys stay: nothing is done twice.
    /// </summary>
    public static async Task EmptyAnswersAboutAsync(this NpgsqlConnection connection, Guid organizationId, Guid patientId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            update idempotent_requests set body = null
            where organization_id = @organization_id and body is not null and (location is null or location like '%/patients/' || @patient_id::text || '%')
            """,
            connection);
        await command.With(organizationId, patientId).ExecuteNonQueryAsync(cancellationToken);
    }
}
