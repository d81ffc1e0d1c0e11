namespace LabsToGo.Api.Queue;

internal static class QueueSetup
{
    public static void AddQueue(this IServiceCollection services)
    {
        services.AddSingleton<BrokerConnection>();
        services.AddSingleton<BrokerQueues>();
        services.AddSingleton<ErrorQueues>();
        services.AddScoped<QueueReader>();
    }
}
