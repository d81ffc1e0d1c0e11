using MassTransit;

namespace LabsToGo.SmsWorker.Sending;

internal sealed class SendBatchConsumerDefinition : ConsumerDefinition<SendBatchConsumer>
{
    /// <summary>
    /// Batches wait here for their sender's turn, so there is room for what several senders may have out: one that stands still must not keep the others'
    /// batches in the queue. Connections to Twilio are limited elsewhere.
    /// </summary>
    public SendBatchConsumerDefinition() => ConcurrentMessageLimit = 1_000;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SendBatchConsumer> consumerConfigurator, IRegistrationContext context) =>
        endpointConfigurator.UseBatchRetry();
}
