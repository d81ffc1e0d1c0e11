using MassTransit;

namespace LabsToGo.Api.Campaigns;

/// <summary>
/// Tells the planner that a campaign was started. The message only makes it quick; the sweeper sends it again for every row that nobody has taken.
/// </summary>
internal sealed partial class StartPublishing(IBus bus, ILogger<StartPublishing> logger)
{
    private static readonly TimeSpan BrokerPatience = TimeSpan.FromSeconds(2);

    public async Task PublishAsync<TStart>(TStart start, Guid campaignId, CancellationToken cancellationToken)
        where TStart : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(BrokerPatience);
        try
        {
            await bus.Publish(start, patience.Token).WaitAsync(patience.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotPublished(logger, campaignId, exception.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The broker did not take the start of campaign {CampaignId} ({Problem}); the sweeper sends it again.")]
        public static partial void NotPublished(ILogger logger, Guid campaignId, string problem);
    }
}
