namespace LabsToGo.CampaignWorker.Dispatching;

internal static class DispatchingServices
{
    public static void AddDispatching(this IServiceCollection services)
    {
        services.AddOptions<DispatchingOptions>().BindConfiguration(DispatchingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Dispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
    }
}
