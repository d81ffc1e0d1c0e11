using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LabsToGo.Api.Queue;

/// <summary>Whether RabbitMQ answers. The bus of a process that only publishes does not know.</summary>
internal sealed class BrokerHealth(BrokerConnection broker) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await broker.OpenAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (BrokerConnection.IsAway(exception))
        {
            return new HealthCheckResult(context.Registration.FailureStatus, "RabbitMQ does not answer.");
        }
    }
}
