using Npgsql;

namespace LabsToGo.Api.Patients.Imports.Undoing;

/// <summary>Who undoes an import holds the lock that who runs it holds: so nobody does it twice at once, and one that was cut off can be taken up.</summary>
internal static class UndoStates
{
    /// <returns>False when somebody is at work on the import.</returns>
    public static async Task<bool> TryLockAsync(this NpgsqlConnection connection, Guid importId, CancellationToken cancellationToken) =>
        await ExecuteAsync(connection, importId, $"select pg_try_advisory_lock({ImportStates.LockKey}) from patient_imports where id = $1", cancellationToken)
            is true;

    public static Task UnlockAsync(this NpgsqlConnection connection, Guid importId, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, importId, $"select pg_advisory_unlock({ImportStates.LockKey}) from patient_imports where id = $1", cancellationToken);

    public static Task BeginAsync(this NpgsqlConnection connection, Guid importId, CancellationToken cancellationToken) =>
        ExecuteAsync(connection, importId, "update patient_imports set status = 'undoing' where id = $1", cancellationToken);

    public static Task EndAsync(this NpgsqlConnection connection, UndoRun run, CancellationToken cancellationToken) =>
        ExecuteAsync(
            connection, run.ImportId, "update patient_imports set status = 'undone', undone_at = $2 where id = $1 and status = 'undoing'", cancellationToken,
            run.Now);

    private static async Task<object?> ExecuteAsync(
        NpgsqlConnection connection, Guid importId, string sql, CancellationToken cancellationToken, DateTimeOffset? at = null)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = importId } } };
        if (at is { } time)
            command.Parameters.Add(new() { Value = time });
        return await command.ExecuteScalarAsync(cancellationToken);
    }
}
