using LabsToGo.Data;
using LabsToGo.Domain.Patients;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.MigrationService.Commands;

/// <summary>The statements of <see cref="AddDemoPatients"/>: an import of which every row is good and says that there is a consent.</summary>
internal static class DemoImport
{
    /// <returns>The import's id; null when there is no such organization.</returns>
    public static async Task<Guid?> BeginDemoImportAsync(
        this NpgsqlConnection connection, Guid organizationId, string fileName, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into patient_imports (
                id, organization_id, file_name, consent_given, status, bytes_read, rows_read, added, updated, duplicates, rejected, columns, created_by,
                    created_at)
            select $3, u.organization_id, $2, true, 'running', 0, 0, 0, 0, 0, 0, '[]', u.id, now()
            from users u
            where u.organization_id = $1 and u.role = 'owner'
            limit 1
            returning id
            """,
            connection);
        command.Parameters.Add(new() { Value = organizationId });
        command.Parameters.Add(new() { Value = fileName });
        command.Parameters.Add(new() { Value = Guid.CreateVersion7() });
        return (Guid?)await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Who is there already, by the external id, belongs to this import from now on. The ledger grows only for those who are new.</summary>
    /// <returns>How many were added, and how many were there.</returns>
    public static async Task<(long Added, long There)> WriteDemoPatientsAsync(
        this NpgsqlConnection connection, Guid organizationId, Guid importId, PatientDetails[] patients, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            with written as (
                insert into patients (
                    id, organization_id, external_id, first_name, last_name, phone, city, state, postal_code, time_zone, time_zone_basis,
                    import_id, created_at, updated_at)
                select p.id, @organization_id, p.external_id, p.first_name, p.last_name, p.phone, p.city, p.state, p.postal_code, p.time_zone,
                    p.time_zone_basis, @import_id, now(), now()
                from unnest(@ids, @external_ids, @first_names, @last_names, @phones, @cities, @states, @postal_codes, @time_zones, @bases)
                    as p(id, external_id, first_name, last_name, phone, city, state, postal_code, time_zone, time_zone_basis)
                on conflict (organization_id, external_id) where external_id is not null do update set import_id = excluded.import_id
                returning id, phone, xmax = 0 as added
            ), consents as (
                insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
                select @organization_id, id, phone, 'granted', 'import', now() from written where added
            )
            select count(*) filter (where added), count(*) filter (where not added) from written
            """,
            connection);
        command.Parameters.AddWithValue("organization_id", organizationId);
        command.Parameters.AddWithValue("import_id", importId);
        command.AddColumn("ids", NpgsqlDbType.Uuid, patients, _ => Guid.CreateVersion7());
        command.AddColumn("external_ids", NpgsqlDbType.Text, patients, patient => patient.ExternalId);
        command.AddColumn("first_names", NpgsqlDbType.Text, patients, patient => patient.FirstName);
        command.AddColumn("last_names", NpgsqlDbType.Text, patients, patient => patient.LastName);
        command.AddColumn("phones", NpgsqlDbType.Text, patients, patient => patient.Phone);
        command.AddColumn("cities", NpgsqlDbType.Text, patients, patient => patient.City);
        command.AddColumn("states", NpgsqlDbType.Text, patients, patient => patient.State);
        command.AddColumn("postal_codes", NpgsqlDbType.Text, patients, patient => patient.PostalCode);
        command.AddColumn("time_zones", NpgsqlDbType.Text, patients, patient => patient.TimeZone.Zones);
        command.AddColumn("bases", NpgsqlDbType.Smallint, patients, patient => (short)patient.TimeZone.Basis);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public static async Task EndDemoImportAsync(this NpgsqlConnection connection, Guid importId, long added, long there, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update patient_imports set status = 'completed', rows_read = $2 + $3, added = $2, updated = $3, completed_at = now() where id = $1", connection);
        command.Parameters.Add(new() { Value = importId });
        command.Parameters.Add(new() { Value = added });
        command.Parameters.Add(new() { Value = there });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
