using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LabsToGo.Api.Queue;

internal static class QueueSetup
{
    public static void AddQueue(this IHostApplicationBuilder builder)
    {
        // Their health check says Unhealthy, where starts and webhooks are still taken without the broker. Who asks it waits for the answer, not for another
        // try.
        builder.AddRabbitMQClient(
            "messaging",
            settings => (settings.MaxConnectRetryCount, settings.DisableHealthChecks, settings.DisableTracing) = (0, true, true),
            factory => factory.AutomaticRecoveryEnabled = false);
        builder.Services.AddSingleton<BrokerConnection>();
        builder.Services.AddHealthChecks().AddCheck<BrokerHealth>("broker", HealthStatus.Degraded, tags: [], timeout: TimeSpan.FromSeconds(2));
        builder.Services.AddSingleton<BrokerQueues>();
        builder.Services.AddSingleton<ErrorQueues>();
        builder.Services.AddScoped<QueueReader>();
    }
}
