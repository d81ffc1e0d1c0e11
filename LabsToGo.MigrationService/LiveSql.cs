using System.Security.Cryptography;
using System.Text;
using LabsToGo.Data.Rows;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LabsToGo.MigrationService;

/// <summary>
/// Functions, triggers and policies are files, one object each, in <c>LabsToGo.Data/Sql</c>. Those that changed since they were last applied are applied again,
/// all in one transaction: whoever works meanwhile sees either the old ones or the new ones. An object that loses its file, or a function that changes its
/// parameters, is dropped by a migration.
/// </summary>
internal static partial class LiveSql
{
    /// <summary>
    /// Policies want their tables for themselves for a moment. Who waits longer for that makes everybody else wait behind, so it is given up and tried again.
    /// </summary>
    private const string LockTimeout = "3s";

    private const int Tries = 10;

    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    /// <summary>Policies use functions, and triggers have theirs in their own files.</summary>
    private static readonly string[] Folders = ["Functions/", "Triggers/", "Policies/"];

    /// <returns>The names of what was applied, such as <c>Policies/patients</c>.</returns>
    /// <exception cref="PostgresException">A file has a mistake, or a lock could not be had in several tries. Nothing was changed.</exception>
    public static async Task<IReadOnlyList<string>> ApplyAsync(NpgsqlDataSource owner, ILogger logger, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await ApplyOnceAsync(owner, cancellationToken);
            }
            catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected
                && attempt < Tries)
            {
                Log.Busy(logger, attempt, Tries);
                await Task.Delay(Rest, cancellationToken);
            }
        }
    }

    private static async Task<IReadOnlyList<string>> ApplyOnceAsync(NpgsqlDataSource owner, CancellationToken cancellationToken)
    {
        await using var connection = await owner.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await connection.RunAsync(
            $"""
            set local lock_timeout = '{LockTimeout}';
            set local check_function_bodies = off;
            set local client_min_messages = warning;
            select pg_advisory_xact_lock(hashtext('live_sql'));
            create table if not exists live_sql (name text primary key, hash text not null, applied_at timestamptz not null)
            """,
            cancellationToken);
        var known = (await connection.ReadAsync<(string Name, string Hash)>("select name, hash from live_sql", null, cancellationToken))
            .ToDictionary(file => file.Name, file => file.Hash);
        var files = Read();
        var changed = files.Where(file => known.GetValueOrDefault(file.Name) != file.Hash).ToList();
        foreach (var file in changed)
        {
            await connection.RunAsync(file.Sql, cancellationToken);
            await connection.RunAsync(
                "insert into live_sql (name, hash, applied_at) values ($1, $2, now()) on conflict (name) do " +
                "update set hash = excluded.hash, applied_at = excluded.applied_at",
                cancellationToken,
                file.Name,
                file.Hash);
        }
        await connection.RunAsync("delete from live_sql where name <> all($1)", cancellationToken, (object)files.Select(file => file.Name).ToArray());
        await transaction.CommitAsync(cancellationToken);
        return changed.ConvertAll(file => file.Name);
    }

    private static List<(string Name, string Sql, string Hash)> Read()
    {
        var assembly = typeof(LiveSql).Assembly;
        var names = assembly.GetManifestResourceNames().Order(StringComparer.Ordinal).ToList();
        var files = Folders.SelectMany(folder => names.Where(name => name.StartsWith(folder, StringComparison.Ordinal))).Select(name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return (Name: name, Sql: reader.ReadToEnd());
        });
        return [.. files
            .Prepend((Name: "Tables/message_moves", MessageMoveTable.Sql))
            .Select(file => (file.Name, file.Sql, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(file.Sql)))))];
    }

    private static async Task RunAsync(this NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(
            LogLevel.Warning, "Functions and policies could not be renewed, since their tables are busy (try {Attempt} of {Tries}); it is tried again")]
        public static partial void Busy(ILogger logger, int attempt, int tries);
    }
}
