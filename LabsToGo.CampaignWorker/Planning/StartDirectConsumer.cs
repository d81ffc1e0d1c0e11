using LabsToGo.Contracts.Messages;
using MassTransit;

namespace LabsToGo.CampaignWorker.Planning;

internal sealed class StartDirectConsumer(CampaignPlanner planner) : IConsumer<StartDirect>
{
    public Task Consume(ConsumeContext<StartDirect> context) => planner.PlanAtOnceAsync(context.Message.CampaignId, context.CancellationToken);
}
