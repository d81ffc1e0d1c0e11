using MassTransit;

namespace LabsToGo.CampaignWorker.Planning;

internal sealed class StartCampaignConsumerDefinition : ConsumerDefinition<StartCampaignConsumer>
{
    /// <summary>Most of them wait for their turn.</summary>
    public StartCampaignConsumerDefinition() => ConcurrentMessageLimit = 500;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<StartCampaignConsumer> consumerConfigurator, IRegistrationContext context)
    {
        // The sweeper sends an unplanned campaign again, so a few quick tries are enough here.
        endpointConfigurator.UseMessageRetry(retry => retry.Interval(3, TimeSpan.FromSeconds(1)));
    }
}
