using MassTransit;

namespace LabsToGo.CampaignWorker.Planning;

internal sealed class StartCampaignConsumerDefinition : ConsumerDefinition<StartCampaignConsumer>
{
    public StartCampaignConsumerDefinition() => ConcurrentMessageLimit = 2;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<StartCampaignConsumer> consumerConfigurator, IRegistrationContext context)
    {
        // The sweeper sends an unplanned campaign again, so a few quick tries are enough here.
        endpointConfigurator.UseMessageRetry(retry => retry.Interval(3, TimeSpan.FromSeconds(1)));
    }
}
