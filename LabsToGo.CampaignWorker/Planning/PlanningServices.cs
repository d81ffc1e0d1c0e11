using MassTransit;

namespace LabsToGo.CampaignWorker.Planning;

internal static class PlanningServices
{
    public static void AddPlanning(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<StartCampaignConsumer, StartCampaignConsumerDefinition>();
        bus.AddConsumer<StartDirectConsumer, StartDirectConsumerDefinition>();
    }

    public static void AddPlanner(this IServiceCollection services) => services.AddSingleton<PlanningTurns>().AddSingleton<CampaignPlanner>();
}
