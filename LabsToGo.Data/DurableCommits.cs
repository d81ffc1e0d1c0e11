using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LabsToGo.Data;

/// <summary>
/// Ends the process where Postgres would answer before what it answers for is safe: a claim that a crash takes back is a second text, a callback a lost one.
/// Somebody may have set that for speed, on the server, the database or the role.
/// </summary>
internal sealed partial class DurableCommits(
    NpgsqlDataSource dataSource, IHostApplicationLifetime host, TimeProvider time, ILogger<DurableCommits> logger) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A host that is stopped while it starts says so with a page of exceptions, and hides the line that matters.
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var _ = host.ApplicationStarted.UnsafeRegister(static started => ((TaskCompletionSource)started!).TrySetResult(), started);
        await started.Task.WaitAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var command = dataSource.CreateCommand("select current_setting('synchronous_commit')");
                if (await command.ExecuteScalarAsync(stoppingToken) is string setting and not ("on" or "remote_apply"))
                {
                    Log.NotDurable(logger, setting);
                    Environment.ExitCode = 1;
                    host.StopApplication();
                }
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
            {
                // It is away, and is asked when it is back.
                await Task.Delay(Retry, time, stoppingToken);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Critical,
            "Postgres has synchronous_commit = {Setting} for this role, so what it has answered for may be lost in a crash. Set it to on for the server, the " +
            "database and the role.")]
        public static partial void NotDurable(ILogger logger, string setting);
    }
}
