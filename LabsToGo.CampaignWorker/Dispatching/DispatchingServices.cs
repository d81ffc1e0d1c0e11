namespace LabsToGo.CampaignWorker.Dispatching;

internal static class DispatchingServices
{
    public static void AddDispatching(this IServiceCollection services)
    {
        services.AddSingleton<Dispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
    }
}
