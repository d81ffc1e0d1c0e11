using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Leading;
using LabsToGo.Data.Live;
using LabsToGo.Data.Looping;
using LabsToGo.ServiceDefaults;
using MassTransit;
using Npgsql;

namespace LabsToGo.CampaignWorker.Sweeping;

/// <summary>
/// Finishes what nobody else will: completed campaigns, rows that can't leave any more, starts whose message was lost, and requests that nobody will repeat.
/// </summary>
internal sealed partial class Sweeper(
    NpgsqlDataSource dataSource, IBus bus, CampaignChanges changes, Leadership leadership, LoopHealth health, TimeProvider time, ILogger<Sweeper> logger)
    : LeaderLoop(leadership, TimeSpan.FromMilliseconds(500), health, time, logger)
{
    private readonly Cadence _republishing = new(TimeSpan.FromSeconds(5), time);

    private readonly Cadence _limiting = new(TimeSpan.FromSeconds(1), time);

    private readonly Cadence _adopting = new(TimeSpan.FromSeconds(5), time);

    /// <summary>What has been silent for hours may be so for a minute more; the look at it passes over campaigns as a whole.</summary>
    private readonly Cadence _closing = new(TimeSpan.FromMinutes(1), time);

    private readonly Cadence _forgetting = new(TimeSpan.FromSeconds(10), time);

    private readonly Cadence _forgettingChanges = new(TimeSpan.FromHours(1), time);

    private readonly Cadence _pruning = new(TimeSpan.FromDays(1), time);

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (await dataSource.EndWaitingMessagesAsync(cancellationToken) > 0)
        {
        }
        foreach (var (organizationId, campaignId) in await dataSource.CompleteCampaignsAsync(cancellationToken))
            changes.Changed(organizationId, campaignId);
        await _republishing.WhenDueAsync(() => RepublishAsync(cancellationToken));
        await _limiting.WhenDueAsync(() => LimitAsync(cancellationToken));
        await _adopting.WhenDueAsync(() => AdoptAsync(cancellationToken));
        await _closing.WhenDueAsync(() => CloseAsync(cancellationToken));
        await _forgetting.WhenDueAsync(() => dataSource.ForgetOldRequestsAsync(cancellationToken));
        await _forgettingChanges.WhenDueAsync(() => ForgetChangesAsync(cancellationToken));
        await _pruning.WhenDueAsync(() => PruneAsync(cancellationToken));
    }

    private async Task RepublishAsync(CancellationToken cancellationToken)
    {
        foreach (var (organizationId, campaignId, direct) in await dataSource.CampaignsToPlanAsync(cancellationToken))
            await (direct
                ? bus.PublishInTimeAsync(new StartDirect(organizationId, campaignId), cancellationToken)
                : bus.PublishInTimeAsync(new StartCampaign(organizationId, campaignId), cancellationToken));
    }

    private async Task LimitAsync(CancellationToken cancellationToken)
    {
        foreach (var reached in await dataSource.ReachedLimitsAsync(cancellationToken))
        {
            if (!await dataSource.PauseForAsync(reached, cancellationToken))
                continue;
            Log.Paused(logger, reached.CampaignId, reached.Limit, reached.Count, reached.Of);
            changes.Changed(reached.OrganizationId, reached.CampaignId);
        }
    }

    private async Task AdoptAsync(CancellationToken cancellationToken)
    {
        while (await dataSource.AdoptOrphansAsync(cancellationToken) is var adopted and > 0)
            Log.Adopted(logger, adopted);
    }

    private async Task CloseAsync(CancellationToken cancellationToken)
    {
        while (await dataSource.CloseUnconfirmedAsync(cancellationToken) > 0)
        {
        }
    }

    private async Task ForgetChangesAsync(CancellationToken cancellationToken)
    {
        while (await dataSource.ForgetOldChangesAsync(cancellationToken) > 0)
        {
        }
    }

    private async Task PruneAsync(CancellationToken cancellationToken)
    {
        await dataSource.ForgetOldDaysAsync(cancellationToken);
        if (await dataSource.PruneAuditLogsAsync(cancellationToken) is var pruned and > 0)
            Log.Pruned(logger, pruned);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Campaign {CampaignId} is paused: {Limit} {Count} of {Of}")]
        public static partial void Paused(ILogger logger, Guid campaignId, string limit, long count, long of);

        [LoggerMessage(LogLevel.Error, "{Count} rows waited in no batch and were given one: a statement of ours, or a hand, has lost it")]
        public static partial void Adopted(ILogger logger, int count);

        [LoggerMessage(LogLevel.Information, "{Count} entries of audit logs were removed: their time is over")]
        public static partial void Pruned(ILogger logger, long count);
    }
}
