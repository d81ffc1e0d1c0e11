using System.Threading.Channels;
using Npgsql;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// Records what became of the POSTs, all that ended while the last statement was under way in one: the counters' row is locked once for many.
/// It goes on however long the database needs to come back: an answer from Twilio is not to be lost.
/// </summary>
internal sealed partial class OutcomeWriter(RecordOutcomes record, TimeProvider time, ILogger<OutcomeWriter> logger) : BackgroundService
{
    private const int MostAtOnce = 2_000;

    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Channel<Entry> _entries = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });

    /// <returns>Ends when the outcomes are durable.</returns>
    public Task WriteAsync(IReadOnlyCollection<SendOutcome> outcomes)
    {
        var entry = new Entry(outcomes, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _entries.Writer.TryWrite(entry);
        return entry.Recorded.Task;
    }

    /// <summary>What has come in is still written; the bus has stopped before, so nothing more comes.</summary>
    public override Task StopAsync(CancellationToken cancellationToken)
    {
        _entries.Writer.TryComplete();
        return base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var batch = new List<Entry>();
        while (await _entries.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            for (var count = 0; count < MostAtOnce && _entries.Reader.TryRead(out var entry); count += entry.Outcomes.Count)
                batch.Add(entry);
            await RecordAsync(batch);
        }
    }

    private async Task RecordAsync(List<Entry> batch)
    {
        try
        {
            await RepeatAsync([.. batch.SelectMany(entry => entry.Outcomes)]);
            foreach (var entry in batch)
                entry.Recorded.SetResult();
        }
        catch (Exception exception) when (batch.Count > 1)
        {
            // One of them can't be recorded: each for itself, so that the others are.
            Log.Apart(logger, exception);
            foreach (var entry in batch)
                await RecordAsync([entry]);
        }
        catch (Exception exception)
        {
            batch[0].Recorded.SetException(exception);
        }
    }

    /// <summary>Until it works or the process ends; then the lease runs out and the rows are reconciled with Twilio.</summary>
    private async Task RepeatAsync(List<SendOutcome> outcomes)
    {
        for (var pause = TimeSpan.FromMilliseconds(200); ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            try
            {
                await record(outcomes);
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException { IsTransient: true } or TimeoutException)
            {
                Log.NotRecorded(logger, exception.Message);
                await Task.Delay(pause, time);
            }
        }
    }

    private sealed record Entry(IReadOnlyCollection<SendOutcome> Outcomes, TaskCompletionSource Recorded);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Outcomes could not be recorded and are kept for another try: {Problem}")]
        public static partial void NotRecorded(ILogger logger, string problem);

        [LoggerMessage(LogLevel.Error, "Outcomes could not be recorded together and are recorded claim by claim")]
        public static partial void Apart(ILogger logger, Exception exception);
    }
}
