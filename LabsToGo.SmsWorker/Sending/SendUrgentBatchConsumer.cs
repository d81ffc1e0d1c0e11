using LabsToGo.Contracts.Messages;
using MassTransit;

namespace LabsToGo.SmsWorker.Sending;

internal sealed class SendUrgentBatchConsumer(BatchSender sender, IHostApplicationLifetime lifetime) : IConsumer<SendUrgentBatch>
{
    public Task Consume(ConsumeContext<SendUrgentBatch> context) => sender.SendAsync(context.Message.Batch, urgent: true, lifetime.ApplicationStopping);
}
