using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LabsToGo.AppHost.Health;

/// <summary>
/// Aspire asks what comes up after 1, 2, 3, 4 and then every 5 seconds. This asks ten times a second for a while, so that nobody waits for the next question.
/// </summary>
internal sealed class EagerHealthCheck(Func<CancellationToken, Task> probe) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), Interval = TimeSpan.FromMilliseconds(100);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                // Not cut short: the first answer of a process that has just started takes a while, and a request that is given up stands in its log as an
                // error.
                await probe(cancellationToken);
                return HealthCheckResult.Healthy();
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (Stopwatch.GetElapsedTime(started) > Patience)
                    return HealthCheckResult.Unhealthy(exception.Message, exception);
                await Task.Delay(Interval, cancellationToken);
            }
        }
    }
}
