using Microsoft.Extensions.DependencyInjection;

namespace LabsToGo.Data.Workers;

/// <param name="InFlight">Counts the calls to Twilio under way.</param>
internal sealed record WorkerIdentity(string Service, string Instance, Func<int> InFlight);

public static class WorkerServices
{
    /// <summary>Signs of life of this process, seen on the queue page.</summary>
    public static IServiceCollection AddHeartbeat(this IServiceCollection services, string service, Func<IServiceProvider, int>? inFlight = null)
    {
        services.AddSingleton(provider => new WorkerIdentity(
            service, $"{Environment.MachineName}:{Environment.ProcessId}", () => inFlight?.Invoke(provider) ?? 0));
        return services.AddHostedService<HeartbeatService>();
    }
}
