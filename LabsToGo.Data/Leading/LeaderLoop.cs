using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabsToGo.Data.Leading;

/// <summary>Work that only the leading worker does, again and again. A failed round is logged, and the next one starts a little later.</summary>
public abstract partial class LeaderLoop(Leadership leadership, TimeSpan interval, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private TaskCompletionSource _woken = NotYet();

    /// <summary>There is something new to do: the next round, if this worker leads, begins at once.</summary>
    public void Wake() => Volatile.Read(ref _woken).TrySetResult();

    protected abstract Task RunOnceAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Before the round: what is new while it runs may be too late for it.
            Volatile.Write(ref _woken, NotYet());
            if (leadership.Leads)
            {
                try
                {
                    await RunOnceAsync(stoppingToken);
                }
                catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
                {
                    Log.Failed(logger, exception);
                    await Task.Delay(AfterFailure, time, stoppingToken);
                }
            }
            await Task.WhenAny(_woken.Task, Task.Delay(interval, time, stoppingToken));
        }
    }

    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "A round failed; the next one follows in two seconds")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
