using LabsToGo.Data.Following;
using LabsToGo.Data.Live;
using LabsToGo.Data.Looping;
using LabsToGo.Domain.Messages;
using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>Callbacks are best effort, says Twilio: what they leave open is fetched.</summary>
internal sealed partial class CallbackSweep(
    NpgsqlDataSource dataSource, SentMessages twilio, CampaignChanges changes, IOptions<ReconcilingOptions> options, IOptions<FollowingOptions> following,
    LoopHealth health, TimeProvider time, ILogger<CallbackSweep> logger)
    : Loop(TimeSpan.FromSeconds(options.Value.CallbackPatienceSeconds) / 5, health, time, logger)
{
    private const int AtOnce = 500;

    private static readonly ParallelOptions Parallelism = new() { MaxDegreeOfParallelism = 8 };

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var patience = TimeSpan.FromSeconds(options.Value.CallbackPatienceSeconds);
        while (await SweepAsync(patience, cancellationToken) == AtOnce)
        {
        }
    }

    private async Task<int> SweepAsync(TimeSpan patience, CancellationToken cancellationToken)
    {
        var silent = await dataSource.TakeSilentAsync(patience, AtOnce, cancellationToken);
        var updates = new StatusUpdate?[silent.Count];
        await Parallel.ForAsync(0, silent.Count, Parallelism, async (i, _) => updates[i] = await FetchAsync(silent[i], cancellationToken));
        var known = updates.OfType<StatusUpdate>().ToList();
        if (known.Count == 0)
            return silent.Count;
        Log.Fetched(logger, known.Count);
        await using var connection = await dataSource.OpenConnectionAsync(cancellationToken);
        await connection.ApplyStatusesAsync(known, following.Value, cancellationToken);
        foreach (var campaign in silent.DistinctBy(message => message.CampaignId))
            changes.Changed(campaign.OrganizationId, campaign.CampaignId);
        return silent.Count;
    }

    private async Task<StatusUpdate?> FetchAsync(SilentMessage message, CancellationToken cancellationToken)
    {
        var found = await twilio.FetchAsync(message.ProviderSid, cancellationToken);
        if (found?.Status is not { } word || ProviderWords.Meaning(word) is not { } status)
            return null;
        var error = status is MessageStatus.Undelivered or MessageStatus.Failed ? TwilioErrors.OfCallback(found.ErrorCode) : null;
        return new StatusUpdate(message.Id, word, status, message.ProviderSid, found.ErrorCode, error?.InWords, error?.MayPass == true);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Count} messages were fetched from Twilio, since their callbacks are overdue")]
        public static partial void Fetched(ILogger logger, int count);
    }
}
