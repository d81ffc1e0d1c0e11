using LabsToGo.Data.Deciding;
using LabsToGo.Data.Looping;
using LabsToGo.Domain.Messages;
using LabsToGo.SmsWorker.Sending;
using LabsToGo.Twilio.Messages;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>
/// Finds claims whose worker is gone, and asks Twilio about every open outcome. What is found there is accepted; what is not found stays unknown,
/// since it may only be late, unless the worker died over it and Twilio denies it twice: then it never left (G2).
/// </summary>
internal sealed partial class Reconciler(
    NpgsqlDataSource dataSource, SentMessages twilio, IOptions<ReconcilingOptions> options, LoopHealth health, TimeProvider time, ILogger<Reconciler> logger)
    : Loop(TimeSpan.FromSeconds(2), health, time, logger)
{
    private const int AtOnce = 200;

    /// <summary>Few beside the connections that send.</summary>
    private static readonly ParallelOptions Parallelism = new() { MaxDegreeOfParallelism = 8 };

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (await dataSource.ExpireLeasesAsync(cancellationToken) is var lost and > 0)
            Log.Lost(logger, lost);
        var open = await dataSource.TakeUnknownAsync(TimeSpan.FromSeconds(options.Value.AskAgainSeconds), AtOnce, cancellationToken);
        await Parallel.ForEachAsync(open, Parallelism, async (message, _) => await ReconcileAsync(message, cancellationToken));
    }

    private async Task ReconcileAsync(OpenMessage message, CancellationToken cancellationToken)
    {
        HashSet<string>? others = null;
        await foreach (var candidate in twilio.ListAsync(message.To.Reveal(), message.From, cancellationToken))
        {
            if (!Matches(message, candidate) || candidate.Sid is not { } sid)
                continue;
            others ??= await dataSource.SidsOfOthersAsync(message, cancellationToken);
            if (others.Contains(sid))
                continue;
            Log.Found(logger, message.Id);
            await dataSource.RecordOutcomesAsync([new SendOutcome(message.Id, Guid.Empty, message.AttemptId, MessageStatus.Accepted, sid)], cancellationToken);
            return;
        }
        await dataSource.RecordAbsentAsync(message.Id, message.AttemptId, cancellationToken);
    }

    /// <summary>The same text from the same number to the same number, made since the attempt began; clocks may differ by a little.</summary>
    private static bool Matches(OpenMessage message, SentMessage candidate) =>
        candidate.From == message.From
        && candidate.To == message.To.Reveal()
        && candidate.Body == message.Body.Reveal()
        && candidate.CreatedAt >= message.AttemptedAt.AddSeconds(-5);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Count} claims outlived their worker; their messages are unknown until Twilio was asked")]
        public static partial void Lost(ILogger logger, int count);

        [LoggerMessage(LogLevel.Information, "Twilio has message {MessageId}, which was unknown")]
        public static partial void Found(ILogger logger, Guid messageId);
    }
}
