namespace LabsToGo.CampaignWorker.Sweeping;

internal static class SweepingServices
{
    public static void AddSweeping(this IServiceCollection services) => services.AddHostedService<Sweeper>();
}
