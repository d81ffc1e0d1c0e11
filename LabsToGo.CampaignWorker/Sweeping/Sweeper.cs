using LabsToGo.CampaignWorker.Leading;
using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Leading;
using LabsToGo.Data.Sweeping;
using LabsToGo.ServiceDefaults;
using MassTransit;
using Npgsql;

namespace LabsToGo.CampaignWorker.Sweeping;

/// <summary>Finishes what nobody else will: completed campaigns, rows that can't leave any more, and starts whose message was lost.</summary>
internal sealed class Sweeper(
    NpgsqlDataSource dataSource, IBus bus, CampaignChanges changes, Leadership leadership, TimeProvider time, ILogger<Sweeper> logger)
    : LeaderLoop(leadership, TimeSpan.FromMilliseconds(500), time, logger)
{
    private static readonly TimeSpan RepublishInterval = TimeSpan.FromSeconds(5);

    private readonly TimeProvider _time = time;

    private long _republishedAt;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        while (await dataSource.EndWaitingMessagesAsync(cancellationToken) > 0)
        {
        }
        while (await dataSource.CloseUnconfirmedAsync(cancellationToken) > 0)
        {
        }
        foreach (var (organizationId, campaignId) in await dataSource.CompleteCampaignsAsync(cancellationToken))
            changes.Changed(organizationId, campaignId);

        if (_republishedAt == 0 || _time.GetElapsedTime(_republishedAt) > RepublishInterval)
        {
            _republishedAt = _time.GetTimestamp();
            foreach (var (organizationId, campaignId) in await dataSource.CampaignsToPlanAsync(cancellationToken))
                await bus.Publish(new StartCampaign(organizationId, campaignId), cancellationToken);
        }
    }
}
