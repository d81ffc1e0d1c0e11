using LabsToGo.Contracts.Messages;
using MassTransit;

namespace LabsToGo.SmsWorker.Sending;

internal sealed class SendBatchConsumer(BatchSender sender) : IConsumer<SendBatch>
{
    public Task Consume(ConsumeContext<SendBatch> context) => sender.SendAsync(context.Message, context.CancellationToken);
}
