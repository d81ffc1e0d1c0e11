using LabsToGo.Data.Erasing;
using LabsToGo.Data.Rows;
using Npgsql;

namespace LabsToGo.SmsWorker.Retention;

/// <summary>The erasure loop's own statements.</summary>
internal static class ErasureFollowing
{
    /// <summary>
    /// Erased patients of whom something may be left, a few at a time. Each is put off as it is taken, ever longer. Rides on <c>patients (erasure_due_at)</c>.
    /// </summary>
    public static Task<List<ErasedPatient>> TakeErasedAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken) =>
        dataSource.ReadAsync<ErasedPatient>(
            """
            with due as (
                select id from patients where erasure_due_at <= now() order by erasure_due_at limit 20 for update skip locked
            )
            update patients p set erasure_due_at = now() + greatest(interval '5 seconds', least((now() - p.erased_at) / 10, interval '1 hour'))
            from due
            where p.id = due.id
            returning p.id, p.organization_id
            """,
            null,
            cancellationToken);

    /// <summary>The patient's texts that still stand at Twilio: ours, and the replies.</summary>
    public static async Task<(List<TwilioCopy> Messages, List<TwilioCopy> Replies)> CopiesOfPatientAsync(
        this NpgsqlConnection connection, ErasedPatient patient, CancellationToken cancellationToken)
    {
        var whose = new { organization_id = patient.OrganizationId, patient_id = patient.Id };
        var messages = await connection.ReadAsync<TwilioCopy>(
            $"""
            with {PatientErasure.Campaigns}
            select m.id, m.provider_sid as sid, m.patient_id
            from campaigns c
            join messages m on m.campaign_id = c.id and m.patient_id = @patient_id
            where m.redacted_at is null and m.provider_sid is not null and m.body = ''
            """,
            whose,
            cancellationToken);
        var replies = await connection.ReadAsync<TwilioCopy>(
            "select id, provider_sid as sid, patient_id from replies where organization_id = " +
            "@organization_id and patient_id = @patient_id and redacted_at is null", whose, cancellationToken);
        return (messages, replies);
    }

    /// <summary>A planner may still write a row from what it had read before the erasure, so the first minute does not count.</summary>
    /// <returns>False while something is left.</returns>
    public static async Task<bool> CompleteErasureAsync(this NpgsqlConnection connection, ErasedPatient patient, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            with {PatientErasure.Campaigns}
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
}
