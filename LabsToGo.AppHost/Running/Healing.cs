using System.Collections.Concurrent;
using LabsToGo.AppHost.LocalServers;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabsToGo.AppHost.Running;

/// <summary>Aspire leaves down what crashed. This starts it again: that instance alone, later each time, and after ten tries in a row no more.</summary>
internal sealed partial class Healing(
    ResourceNotificationService resources, ResourceCommandService commands, IHostApplicationLifetime lifetime, ILogger<Healing> logger) : BackgroundService
{
    private readonly ConcurrentDictionary<string, InstanceWatch> _watches = new();

    /// <summary>Each waits before it starts its instance; the others' crashes are seen meanwhile.</summary>
    private readonly List<Task> _starts = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What ends from then on was told to.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await foreach (var change in resources.WatchAsync(stopping.Token))
        {
            // Not what merely works for a while, such as a build that a person asked for in the dashboard.
            if (change.Resource is not (ProjectResource or LocalServerResource or ContainerResource))
                continue;
            var watch = _watches.GetOrAdd(change.ResourceId, _ => new InstanceWatch());
            if (watch.WaitAfterCrash(change.Snapshot) is not { } wait)
                continue;
            if (watch.Tries > InstanceWatch.MaxTries)
                Log.GivenUp(logger, change.ResourceId, InstanceWatch.MaxTries);
            else
                _starts.Add(StartAgainAsync(change, wait, stopping.Token));
            _starts.RemoveAll(start => start.IsCompleted);
        }
    }

    private async Task StartAgainAsync(ResourceEvent crashed, TimeSpan wait, CancellationToken cancellationToken)
    {
        Log.Crashed(logger, crashed.ResourceId, crashed.Snapshot.ExitCode, wait.TotalSeconds);
        try
        {
            await Task.Delay(wait, cancellationToken);
            // By the instance's own id: the resource's name stands for all its replicas.
            var result = await commands.ExecuteCommandAsync(crashed.ResourceId, KnownResourceCommands.StartCommand, cancellationToken);
            if (!result.Success && !result.Canceled)
                Log.NotStarted(logger, crashed.ResourceId, result.Message);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            Log.NotStarted(logger, crashed.ResourceId, exception.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Resource} ended with code {ExitCode}; it starts again in {Seconds} s")]
        public static partial void Crashed(ILogger logger, string resource, int? exitCode, double seconds);

        [LoggerMessage(LogLevel.Error, "{Resource} could not be started again: {Error}")]
        public static partial void NotStarted(ILogger logger, string resource, string? error);

        [LoggerMessage(LogLevel.Error, "{Resource} crashed {Tries} times in a row and is left down. Read its log, and start it in the dashboard")]
        public static partial void GivenUp(ILogger logger, string resource, int tries);
    }
}
