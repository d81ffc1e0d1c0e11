namespace LabsToGo.CampaignWorker.Dispatching;

internal static class DispatchingServices
{
    public static void AddDispatching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DispatchingOptions>().Bind(configuration.GetSection(DispatchingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Dispatcher>();
        services.AddHostedService(provider => provider.GetRequiredService<Dispatcher>());
    }
}
