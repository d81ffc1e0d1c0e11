using System.Text.Json;
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

    /// <summary>Of a row of <c>patient_imports</c>.</summary>
    internal const string LockKey = "hashtextextended('import ' || id, 0)";

    /// <summary>Marks the organization's imports that say "running" and are not, since nobody would ever finish them.</summary>
    public static async Task FailAbandonedImportsAsync(
        this NpgsqlConnection connection, Guid organizationId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            $"""
            update patient_imports set status = 'failed', error = @error, completed_at = @now
            where organization_id = @organization_id and status = 'running' and pg_try_advisory_xact_lock({LockKey})
            """,
            connection);
        command.Parameters.AddWithValue("error", CutOff);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("organization_id", organizationId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <returns>Null when it is not waiting for its file (any more).</returns>
    internal static async Task<ImportRun?> StartAsync(
        NpgsqlConnection connection, Guid organizationId, Guid importId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var find = new NpgsqlCommand(
            """
            select created_by, consent_given
            from patient_imports
            where id = @import_id and organization_id = @organization_id and status = 'waiting'
            for update
            """,
            connection);
        find.Parameters.AddWithValue("import_id", importId);
        find.Parameters.AddWithValue("organization_id", organizationId);
        ImportRun run;
        await using (var reader = await find.ExecuteReaderAsync(cancellationToken))
        {
            if (!await reader.ReadAsync(cancellationToken))
                return null;
            run = new ImportRun(importId, organizationId, reader.GetGuid(0), reader.GetBoolean(1), now);
        }
        await using var start = new NpgsqlCommand(
            $"update patient_imports set status = 'running', started_at = @now where id = @import_id returning (select pg_advisory_lock({LockKey}))::text", connection);
        start.Parameters.AddWithValue("now", now);
        start.Parameters.AddWithValue("import_id", importId);
        await start.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return run;
    }

    internal static async Task ShowColumnsAsync(NpgsqlConnection connection, Guid importId, ColumnMap columns, CancellationToken cancellationToken)
    {
        var shown = columns.Headers.Select((header, at) => new
        {
            header,
            field = columns.FieldOf(at) is { } field ? JsonNamingPolicy.CamelCase.ConvertName(field.ToString()) : null,
        });
        await using var command = new NpgsqlCommand("update patient_imports set columns = @columns where id = @import_id", connection);
        command.Parameters.AddWithValue("columns", NpgsqlDbType.Jsonb, JsonSerializer.Serialize(shown));
        command.Parameters.AddWithValue("import_id", importId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <param name="error">Null when all went well.</param>
    internal static async Task EndAsync(
        NpgsqlConnection connection, Guid importId, string? error, long bytesRead, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "update patient_imports set status = @status, error = @error, bytes_read = @bytes_read, " +
            $"completed_at = @now where id = @import_id and status = 'running' returning pg_advisory_unlock({LockKey})",
            connection);
        command.Parameters.AddWithValue("status", error is null ? "completed" : "failed");
        command.Parameters.AddWithValue("error", NpgsqlDbType.Text, error is null ? DBNull.Value : error);
        command.Parameters.AddWithValue("bytes_read", bytesRead);
        command.Parameters.AddWithValue("now", now);
        command.Parameters.AddWithValue("import_id", importId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
