using LabsToGo.Data.Following;
using LabsToGo.Domain.Messages;
using LabsToGo.ServiceDefaults;
using LabsToGo.Twilio.Errors;
using LabsToGo.Twilio.Messages;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>Callbacks are best effort, says Twilio: what they leave open is fetched.</summary>
internal sealed partial class CallbackSweep(
    NpgsqlDataSource dataSource, SentMessages twilio, CampaignChanges changes, IOptions<ReconcilingOptions> options, TimeProvider time, ILogger<CallbackSweep> logger)
    : BackgroundService
{
    private const int AtOnce = 500;

    private static readonly ParallelOptions Parallelism = new() { MaxDegreeOfParallelism = 8 };

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var patience = TimeSpan.FromSeconds(options.Value.CallbackPatienceSeconds);
        using var timer = new PeriodicTimer(patience / 5, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await SweepAsync(patience, stoppingToken) == AtOnce)
                {
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                Log.Failed(logger, exception);
            }
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
        await connection.ApplyStatusesAsync(known, cancellationToken);
        foreach (var campaign in silent.DistinctBy(message => message.CampaignId))
            changes.Changed(campaign.OrganizationId, campaign.CampaignId);
        return silent.Count;
    }

    private async Task<StatusUpdate?> FetchAsync(SilentMessage message, CancellationToken cancellationToken)
    {
        var found = await twilio.FetchAsync(message.ProviderSid, cancellationToken);
        if (found?.Status is not { } word || ProviderWords.Meaning(word) is not { } status)
            return null;
        var reason = status is MessageStatus.Undelivered or MessageStatus.Failed ? TwilioErrors.OfCallback(found.ErrorCode).InWords : null;
        return new StatusUpdate(message.Id, word, status, message.ProviderSid, found.ErrorCode, reason);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Count} messages were fetched from Twilio, since their callbacks are overdue")]
        public static partial void Fetched(ILogger logger, int count);

        [LoggerMessage(LogLevel.Error, "A sweep for overdue callbacks failed; the next one follows")]
        public static partial void Failed(ILogger logger, Exception exception);
    }
}
