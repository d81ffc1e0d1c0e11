using LabsToGo.Data.Looping;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LabsToGo.Data.Leading;

/// <summary>
/// One worker of each kind leads: the one whose connection holds an advisory lock in Postgres. When it dies its connection does, and another leads within
/// seconds. For a moment two may believe that they lead, so what a leader does must be harmless when two do it.
/// </summary>
/// <param name="kind">Of worker: each has a leader of its own.</param>
public sealed partial class Leadership(NpgsqlDataSource dataSource, string kind, LoopHealth health, TimeProvider time, ILogger<Leadership> logger)
    : Loop(Interval, health, time, logger)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private volatile bool _leads;

    public bool Leads => _leads;

    /// <summary>One round is the life of one connection.</summary>
    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
            while (!await ScalarAsync(connection, "select pg_try_advisory_lock(hashtextextended($1, 0))", cancellationToken))
                await RestAsync(cancellationToken);

            _leads = true;
            Log.Leads(logger);
            // The lock lives as long as the connection: as long as this answers, it is ours.
            while (await ScalarAsync(connection, "select $1 is not null", cancellationToken))
                await RestAsync(cancellationToken);
        }
        finally
        {
            _leads = false;
        }
    }

    private Task RestAsync(CancellationToken cancellationToken)
    {
        Succeeded();
        return Task.Delay(Interval, cancellationToken);
    }

    private async Task<bool> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = kind } } };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "This worker leads")]
        public static partial void Leads(ILogger logger);
    }
}
