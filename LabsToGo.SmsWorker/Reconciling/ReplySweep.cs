using LabsToGo.Data.Leading;
using LabsToGo.Data.Looping;
using LabsToGo.Data.Replies;
using LabsToGo.Domain.Messages;
using LabsToGo.Twilio.Messages;
using LabsToGo.Twilio.Webhooks;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>
/// Takes in replies that no webhook brought: Twilio calls a few times, and the Api may be away for longer (G3). Every worker does so once, before it sends
/// anything, and the leading one goes on.
/// </summary>
internal sealed partial class ReplySweep(
    NpgsqlDataSource dataSource, ReceivedMessages twilio, Leadership leadership, FirstReplySweep first, IOptions<ReconcilingOptions> options,
    LoopHealth health, TimeProvider time, ILogger<ReplySweep> logger)
    : Loop(TimeSpan.FromSeconds(1), health, time, logger)
{
    /// <summary>So much later than its date a text may be listed.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(10);

    /// <summary>Few beside the connections that send.</summary>
    private static readonly ParallelOptions Parallelism = new() { MaxDegreeOfParallelism = 8 };

    private readonly Cadence _cadence = new(TimeSpan.FromSeconds(options.Value.ReplySweepSeconds), time);

    protected override bool IsOn => !first.IsDone || leadership.Leads;

    protected override Task RunOnceAsync(CancellationToken cancellationToken) => _cadence.WhenDueAsync(async () =>
    {
        var numbers = await dataSource.SweptNumbersAsync(cancellationToken);
        await Parallel.ForEachAsync(numbers, Parallelism, async (number, _) => await SweepAsync(number, cancellationToken));
        first.Done();
    });

    private async Task SweepAsync(SweptNumber number, CancellationToken cancellationToken)
    {
        var received = new List<ReceivedMessage>();
        await foreach (var message in twilio.ListAsync(number.Phone, number.ReadUntil - Overlap, cancellationToken))
            received.Add(message);
        if (received.Count == 0)
            return;
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        var lines = await connection.ReplyLinesAsync(number.Phone, cancellationToken);
        var missed = 0;
        // In the order in which they came, also within a second: what somebody said last holds.
        foreach (var message in Enumerable.Reverse(received).OrderBy(message => message.ReceivedAt))
        {
            var reply = IncomingReply.Of(message.Sid, message.From, number.Phone, message.Body, OptOutKeywords.TypeOf(message.Body), message.ReceivedAt);
            missed += (await lines.TakeReplyAsync(reply, async _ => await dataSource.OpenConnectionAsync(cancellationToken), cancellationToken)).News;
        }
        if (missed > 0)
            Log.Missed(logger, missed);
        await connection.SetReadUntilAsync(number with { ReadUntil = received.Max(message => message.ReceivedAt) }, cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Count} replies were fetched from Twilio, since its webhook did not bring them")]
        public static partial void Missed(ILogger logger, int count);
    }
}
