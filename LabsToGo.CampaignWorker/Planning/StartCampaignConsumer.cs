using LabsToGo.Contracts.Messages;
using MassTransit;

namespace LabsToGo.CampaignWorker.Planning;

internal sealed class StartCampaignConsumer(CampaignPlanner planner) : IConsumer<StartCampaign>
{
    public Task Consume(ConsumeContext<StartCampaign> context) =>
        planner.PlanInTurnsAsync(context.Message.OrganizationId, context.Message.CampaignId, context.CancellationToken);
}
