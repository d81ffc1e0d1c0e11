namespace LabsToGo.CampaignWorker.Dispatching;

internal static class DispatchingServices
{
    public static void AddDispatching(this IServiceCollection services) => services.AddHostedService<Dispatcher>();
}
