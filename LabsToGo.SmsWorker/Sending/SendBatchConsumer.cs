using LabsToGo.Contracts.Messages;
using MassTransit;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>On SIGTERM nothing more is claimed, and what is under way is finished and recorded.</summary>
internal sealed class SendBatchConsumer(BatchSender sender, IHostApplicationLifetime lifetime) : IConsumer<SendBatch>
{
    public Task Consume(ConsumeContext<SendBatch> context) => sender.SendAsync(context.Message, urgent: false, lifetime.ApplicationStopping);
}
