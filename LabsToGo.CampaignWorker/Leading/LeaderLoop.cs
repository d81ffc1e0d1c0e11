using LabsToGo.Data.Leading;

namespace LabsToGo.CampaignWorker.Leading;

/// <summary>Work that only the leading worker does, again and again. A failed round is logged, and the next one starts a little later.</summary>
internal abstract partial class LeaderLoop(Leadership leadership, TimeSpan interval, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    protected abstract Task RunOnceAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = interval;
            if (leadership.Leads)
            {
                try
                {
                    await RunOnceAsync(stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
                {
                    Log.Failed(logger, exception);
                    pause = AfterFailure;
                }
            }
            await Task.Delay(pause, time, stoppingToken);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A round failed; the next one follows in two seconds")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
