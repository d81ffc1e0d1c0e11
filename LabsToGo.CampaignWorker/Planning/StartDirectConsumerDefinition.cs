using MassTransit;

namespace LabsToGo.CampaignWorker.Planning;

internal sealed class StartDirectConsumerDefinition : ConsumerDefinition<StartDirectConsumer>
{
    public StartDirectConsumerDefinition() => ConcurrentMessageLimit = 4;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<StartDirectConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseMessageRetry(retry => retry.Interval(3, TimeSpan.FromMilliseconds(200)));
}
