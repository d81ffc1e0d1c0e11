using Npgsql;

namespace LabsToGo.CampaignWorker.Leading;

/// <summary>
/// One campaign worker at a time dispatches and sweeps: the one whose connection holds an advisory lock in Postgres.
/// When it dies its connection does, and another worker leads within seconds. Two leaders for a moment would be harmless: the claims decide who sends.
/// </summary>
internal sealed partial class Leadership(NpgsqlDataSource dataSource, ILogger<Leadership> logger) : BackgroundService
{
    /// <summary>Any number, the same in every version.</summary>
    private const long LockKey = 0x4C32_474C_4541_4431;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private volatile bool _leads;

    public bool Leads => _leads;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await dataSource.OpenConnectionAsync(stoppingToken);
                while (!await ScalarAsync(connection, "select pg_try_advisory_lock($1)", stoppingToken))
                    await Task.Delay(Interval, stoppingToken);

                _leads = true;
                Log.Leads(logger);
                // The lock lives as long as the connection: as long as this answers, it is ours.
                while (await ScalarAsync(connection, "select $1 is not null", stoppingToken))
                    await Task.Delay(Interval, stoppingToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException or IOException)
            {
                Log.Lost(logger, exception.Message);
                await Task.Delay(Interval, stoppingToken);
            }
            finally
            {
                _leads = false;
            }
        }
    }

    private static async Task<bool> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = LockKey } } };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "This worker dispatches and sweeps")]
        public static partial void Leads(ILogger logger);

        [LoggerMessage(LogLevel.Warning, "The connection that decides who dispatches is lost: {Problem}")]
        public static partial void Lost(ILogger logger, string problem);
    }
}
