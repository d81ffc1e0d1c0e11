using MassTransit;

namespace LabsToGo.SmsWorker.Sending;

internal sealed class SendBatchConsumerDefinition : ConsumerDefinition<SendBatchConsumer>
{
    /// <summary>Many batches may wait for their sender's rate at once; the connections to Twilio are limited elsewhere.</summary>
    public SendBatchConsumerDefinition() => ConcurrentMessageLimit = 64;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<SendBatchConsumer> consumerConfigurator, IRegistrationContext context)
    {
        // A batch may run again at any time, since the claim decides. Whatever is still not sent afterwards is handed out anew by the dispatcher.
        endpointConfigurator.UseMessageRetry(retry => retry.Exponential(4, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(500)));
    }
}
