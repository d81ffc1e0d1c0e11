using System.Threading.Channels;
using LabsToGo.Data.Following;

namespace LabsToGo.Api.TwilioWebhooks;

/// <summary>
/// Gathers the callbacks that arrive while the last batch is being committed and commits them together, one statement per organization.
/// Each caller waits for its own batch, so nothing is answered before it is durable, and a crash loses only what nobody was told is safe.
/// </summary>
internal sealed partial class StatusInbox(StoreStatuses store, ILogger<StatusInbox> logger) : BackgroundService
{
    private const int BatchSize = 500;

    /// <summary>Two batches at once: one is written while the other is committed.</summary>
    private const int Writers = 2;

    /// <summary>Full means that the database is far behind: further callers wait here, and are told 503 by their own time-out.</summary>
    private readonly Channel<Entry> _entries = Channel.CreateBounded<Entry>(10_000);

    /// <exception cref="StatusNotStoredException">The database refused or could not be reached.</exception>
    public async Task ApplyAsync(Guid organizationId, StatusUpdate update)
    {
        var entry = new Entry(organizationId, update, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await _entries.Writer.WriteAsync(entry);
        await entry.Stored.Task;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync(stoppingToken)));

    private async Task WriteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Entry>(BatchSize);
        while (await _entries.Reader.WaitToReadAsync(stoppingToken))
        {
            batch.Clear();
            while (batch.Count < BatchSize && _entries.Reader.TryRead(out var entry))
                batch.Add(entry);
            foreach (var organization in batch.GroupBy(entry => entry.OrganizationId))
                await StoreAsync(organization.Key, [.. organization], stoppingToken);
        }
    }

    private async Task StoreAsync(Guid organizationId, IReadOnlyList<Entry> batch, CancellationToken stoppingToken)
    {
        try
        {
            await store(organizationId, [.. batch.Select(entry => entry.Update)], stoppingToken);
            foreach (var entry in batch)
                entry.Stored.SetResult();
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            Log.NotStored(logger, batch.Count, exception);
            foreach (var entry in batch)
                entry.Stored.TrySetException(new StatusNotStoredException(exception));
        }
    }

    private sealed record Entry(Guid OrganizationId, StatusUpdate Update, TaskCompletionSource Stored);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "{Count} status callbacks were not stored; Twilio was told to come again.")]
        public static partial void NotStored(ILogger logger, int count, Exception exception);
    }
}
