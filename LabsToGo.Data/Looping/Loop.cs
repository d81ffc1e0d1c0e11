using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabsToGo.Data.Looping;

/// <summary>
/// Does the same work again and again. When a round fails, its cause is told once, the next rounds come later (1 to 5 seconds apart, however short the
/// interval), and the process's health is degraded until one succeeds.
/// </summary>
/// <param name="interval">Between the end of one round and the next.</param>
public abstract partial class Loop(TimeSpan interval, LoopHealth health, TimeProvider time, ILogger logger) : BackgroundService
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(5);

    private TaskCompletionSource _woken = NotYet();

    private (Exception Cause, int Rounds)? _failure;

    /// <summary>There is something new to do: the next round begins at once.</summary>
    public void Wake() => Volatile.Read(ref _woken).TrySetResult();

    /// <summary>Whether this process does the work now.</summary>
    protected virtual bool IsOn => true;

    protected abstract Task RunOnceAsync(CancellationToken cancellationToken);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Before the round: what is new while it runs may be too late for it.
            Volatile.Write(ref _woken, NotYet());
            if (!IsOn)
                Succeeded();
            else if (await FailsAsync(stoppingToken) is { } pause)
            {
                await Task.Delay(pause, time, stoppingToken);
                continue;
            }
            await Task.WhenAny(_woken.Task, Task.Delay(interval, time, stoppingToken));
        }
    }

    /// <returns>How long to rest after a failure; null when the round succeeded.</returns>
    private async Task<TimeSpan?> FailsAsync(CancellationToken stoppingToken)
    {
        try
        {
            await RunOnceAsync(stoppingToken);
            Succeeded();
            return null;
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            return Failed(exception);
        }
    }

    private TimeSpan Failed(Exception exception)
    {
        var rounds = (_failure?.Rounds ?? 0) + 1;
        if (_failure?.Cause.GetType() != exception.GetType())
            Log.Failed(logger, GetType().Name, exception);
        _failure = (exception, rounds);
        health.Failed(this, exception);
        var pause = FirstPause * Math.Pow(2, Math.Min(rounds - 1, 8));
        return pause < LongestPause ? pause : LongestPause;
    }

    /// <summary>For a round that lasts: what failed before works.</summary>
    protected void Succeeded()
    {
        if (_failure is not { } failure)
            return;
        Log.Recovered(logger, GetType().Name, failure.Rounds);
        _failure = null;
        health.Succeeded(this);
    }

    private static TaskCompletionSource NotYet() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Loop} failed. It tries again, and says so when it succeeds")]
        public static partial void Failed(ILogger logger, string loop, Exception exception);

        [LoggerMessage(LogLevel.Information, "{Loop} works again, after {Rounds} rounds that failed")]
        public static partial void Recovered(ILogger logger, string loop, int rounds);
    }
}
