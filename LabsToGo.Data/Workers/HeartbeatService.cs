using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LabsToGo.Data.Workers;

/// <summary>Tells ops every five seconds that this worker lives.</summary>
internal sealed partial class HeartbeatService(
    NpgsqlDataSource dataSource, WorkerIdentity worker, TimeProvider time, ILogger<HeartbeatService> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var startedAt = time.GetUtcNow();
        using var timer = new PeriodicTimer(Interval, time);
        do
        {
            try
            {
                await dataSource.BeatAsync(worker.Instance, worker.Service, startedAt, worker.InFlight(), stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                Log.NotSent(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The sign of life could not be written; the next one is tried in five seconds")]
        public static partial void NotSent(ILogger logger, Exception exception);
    }
}
