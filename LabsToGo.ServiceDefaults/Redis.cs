using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using StackExchange.Redis;

namespace LabsToGo.ServiceDefaults;

public static class Redis
{
    /// <summary>
    /// The shared connection to <c>ConnectionStrings:redis</c>. It connects in the background, also later than the process starts:
    /// Redis may be away at any time, and only speed suffers.
    /// </summary>
    /// <exception cref="InvalidOperationException">The connection string is missing.</exception>
    public static void AddRedis(this IHostApplicationBuilder builder)
    {
        builder.Configuration.RequiredConnectionString("redis");
        // Its own health check says Unhealthy where ours says Degraded, and its traces would be collected for nobody: Telemetry has them where somebody is.
        builder.AddRedisClient("redis", settings => settings.DisableHealthChecks = settings.DisableTracing = true, options =>
        {
            options.AbortOnConnectFail = false;
            options.ConnectTimeout = 2000;
            options.AsyncTimeout = 1000;
            options.SyncTimeout = 1000;
            options.BacklogPolicy = BacklogPolicy.FailFast;
            options.ClientName = builder.Environment.ApplicationName;
        });
        builder.Services.AddHealthChecks().AddRedis(provider => provider.GetRequiredService<IConnectionMultiplexer>(), "redis", HealthStatus.Degraded);
    }
}
