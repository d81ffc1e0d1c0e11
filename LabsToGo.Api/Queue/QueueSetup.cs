namespace LabsToGo.Api.Queue;

internal static class QueueSetup
{
    public static void AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<BrokerQueues>();
        services.AddScoped<QueueReader>();
    }
}
