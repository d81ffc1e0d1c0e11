using MassTransit;

namespace LabsToGo.SmsWorker.Sending;

internal sealed class SendUrgentBatchConsumerDefinition : ConsumerDefinition<SendUrgentBatchConsumer>
{
    public SendUrgentBatchConsumerDefinition() => ConcurrentMessageLimit = 256;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SendUrgentBatchConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseBatchRetry();
}
