using System.Text.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Patients.Importing;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.Api.Patients.Imports;

/// <summary>
/// How far an import is. While it runs, its connection holds an advisory lock, which Postgres lets go when the process dies: so anyone can tell
/// a running import from one that only says so.
/// </summary>
internal static class ImportStates
{
    private const string CutOff =
        "The import was cut off, because the server was stopped. The rows counted here are kept. Upload the file again to import the rest: patients who are " +
        "there already are updated, not doubled.";

    private const string CutOffBefore = "The server was stopped before anything was imported. Upload the file again.";

    /// <summary>Of a row of <c>patient_imports</c>.</summary>
    internal const string LockKey = "hashtextextended('import ' || id, 0)";

    /// <summary>Marks the organization's imports that say "running" and are not, since nobody would ever finish them.</summary>
    public static async Task FailAbandonedImportsAsync(
        this NpgsqlConnection connection, Guid organizationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            update patient_imports set status = 'failed', error = case when started_at is null then @before else @error end, completed_at = @now
            where organization_id = @organization_id and status = 'running' and pg_try_advisory_xact_lock({LockKey})
            """,
            connection);
        command.Parameters.AddWithValue("error", CutOff);
        command.Parameters.AddWithValue("before", CutOffBefore);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("organization_id", organizationId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>Null when it is in another state (by now).</returns>
    internal static async Task<ImportRun?> StartAsync(
        NpgsqlConnection connection, Guid organizationId, Guid importId, ImportStatus from, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var find = new NpgsqlCommand(
            """
            select file_name, created_by, consent_given, review
            from patient_imports
            where id = @import_id and organization_id = @organization_id and status = @status
            for update
            """,
            connection);
        find.Parameters.AddWithValue("import_id", importId);
        find.Parameters.AddWithValue("organization_id", organizationId);
        find.Parameters.AddWithValue("status", from.Stored());
        ImportRun run;
        await using (var reader = await find.ExecuteReaderAsync(cancellationToken))
        {
            if (!await reader.ReadAsync(cancellationToken))
                return null;
            run = new ImportRun(
                importId, organizationId, reader.GetString(0), reader.GetGuid(1), reader.GetBoolean(2), reader.GetBoolean(3), now);
        }
        await using var start = new NpgsqlCommand(
            $"update patient_imports set status = 'running' where id = @import_id returning (select pg_advisory_lock({LockKey}))::text", connection);
        start.Parameters.AddWithValue("import_id", importId);
        await start.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return run;
    }

    /// <summary>From here on rows are written; what a review had counted is forgotten.</summary>
    internal static async Task BeginAsync(NpgsqlConnection connection, ImportRun run, ColumnMap columns, CancellationToken cancellationToken)
    {
        await ResetAsync(connection, run.ImportId, columns.Headers.Select((header, at) => new ImportColumn(header, columns.FieldOf(at))), cancellationToken);
        await using var command = new NpgsqlCommand("update patient_imports set started_at = @now where id = @import_id", connection);
        command.Parameters.AddWithValue("now", run.Now);
        command.Parameters.AddWithValue("import_id", run.ImportId);
        await command.ExecuteNonQueryAsync(cancellationToken);
        run.HasBegun = true;
    }

    /// <summary>Counts from nothing.</summary>
    internal static async Task ResetAsync(
        NpgsqlConnection connection, Guid importId, IEnumerable<object> columns, CancellationToken cancellationToken)
    {
        await ShowColumnsAsync(connection, importId, columns, cancellationToken);
        await using var command = new NpgsqlCommand(
            """
            with forgotten as (delete from patient_import_errors where import_id = @import_id)
            update patient_imports set bytes_read = 0, rows_read = 0, added = 0, updated = 0, unchanged = 0, duplicates = 0, rejected = 0,
                remarks = 0, opted_out = 0, consented = 0
            where id = @import_id
            """,
            connection);
        command.Parameters.AddWithValue("import_id", importId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <param name="columns">Each an <see cref="ImportColumn"/>, or a <see cref="ReviewedColumn"/>, which is one with more.</param>
    internal static async Task ShowColumnsAsync(
        NpgsqlConnection connection, Guid importId, IEnumerable<object> columns, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("update patient_imports set columns = @columns where id = @import_id", connection);
        command.Parameters.AddWithValue("columns", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(columns, ContractJson.Options));
        command.Parameters.AddWithValue("import_id", importId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <param name="error">Null when all went well.</param>
    internal static async Task EndAsync(
        NpgsqlConnection connection, Guid importId, ImportStatus ended, string? error, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update patient_imports set status = @status, error = @error, completed_at = @now " +
            $"where id = @import_id and status = 'running' returning pg_advisory_unlock({LockKey})",
            connection);
        command.Parameters.AddWithValue("status", ended.Stored());
        command.Parameters.AddWithValue("error", NpgsqlDbType.Text, error is null ? DBNull.Value : error);
        command.Parameters.AddWithValue("now", NpgsqlDbType.TimestampTz, ended == ImportStatus.InReview ? DBNull.Value : now);
        command.Parameters.AddWithValue("import_id", importId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
