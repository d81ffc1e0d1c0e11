using LabsToGo.Domain.Patients;
using Npgsql;

namespace LabsToGo.CampaignWorker.Sweeping;

internal static class OldImports
{
    /// <summary>
    /// Forgets what patients were before imports that can't be undone any more. Rides on the changes' primary key. An hour later than need be, whatever the
    /// clocks of those who undo.
    /// </summary>
    /// <returns>Patients, some thousand at most; there may be more.</returns>
    public static async Task<int> ForgetOldChangesAsync(this NpgsqlDataSource dataSource, CancellationToken cancellationToken)
    {
        await using var command = dataSource.CreateCommand(
            """
            delete from patient_import_changes c using (
                select old.import_id, old.patient_id
                from patient_imports i
                join patient_import_changes old on old.import_id = i.id and old.before is not null
                where i.status in ('completed', 'failed') and i.completed_at < now() - $1
                limit 10000
            ) gone
            where c.import_id = gone.import_id and c.patient_id = gone.patient_id
            """);
        command.Parameters.Add(new() { Value = PatientImport.UndoableFor + TimeSpan.FromHours(1) });
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
