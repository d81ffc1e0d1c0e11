using LabsToGo.Data.Deciding;
using LabsToGo.Data.Looping;
using LabsToGo.Twilio.Messages;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>
/// Finds claims whose worker is gone, and asks Twilio about every open outcome (G2). Presence is a message with this text from this sender that no row of ours
/// holds by its sid. Absence is a list to this number without anything unaccounted for; where the worker died over the row and Twilio says so twice, it never
/// left. All else stays unknown, for its callback or a person: clocks differ, bodies may be redacted, the account may have other users.
/// </summary>
internal sealed partial class Reconciler(
    NpgsqlDataSource dataSource, SentMessages twilio, IOptions<ReconcilingOptions> options, LoopHealth health, TimeProvider time, ILogger<Reconciler> logger)
    : Loop(TimeSpan.FromSeconds(2), health, time, logger)
{
    private const int AtOnce = 200;

    /// <summary>By so much Twilio's clock and the database's may differ.</summary>
    private static readonly TimeSpan WellBefore = TimeSpan.FromMinutes(10);

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
        var listed = await ListedAsync(message, cancellationToken);
        var held = await dataSource.HeldSidsAsync(message, listed.Keys, cancellationToken);
        var unaccounted = listed.Values.ExceptBy(held, candidate => candidate.Sid).ToList();
        if (unaccounted.Count == 0)
        {
            await dataSource.RecordAbsentAsync(message.Id, message.AttemptId, cancellationToken);
            return;
        }
        if (unaccounted.Find(candidate => IsThis(message, candidate)) is { Sid: { } sid } && await dataSource.RecordFoundAsync(message, sid, cancellationToken))
            Log.Found(logger, message.Id);
    }

    /// <summary>What was posted to this number since well before the attempt, by sid. Of what has no date nobody can tell that it is older.</summary>
    private async Task<Dictionary<string, SentMessage>> ListedAsync(OpenMessage message, CancellationToken cancellationToken)
    {
        var listed = new Dictionary<string, SentMessage>();
        await foreach (var candidate in twilio.ListToAsync(message.To.Reveal(), cancellationToken))
        {
            if (candidate is { ByApi: true, Sid: { } sid } && (candidate.CreatedAt is null || candidate.CreatedAt >= message.AttemptedAt - WellBefore))
                listed[sid] = candidate;
        }
        return listed;
    }

    private static bool IsThis(OpenMessage message, SentMessage candidate) =>
        candidate.From == message.From && candidate.Body == message.Body.Reveal();

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Count} claims outlived their worker; their messages are unknown until Twilio was asked")]
        public static partial void Lost(ILogger logger, int count);

        [LoggerMessage(LogLevel.Information, "Twilio has message {MessageId}, which was unknown")]
        public static partial void Found(ILogger logger, Guid messageId);
    }
}
