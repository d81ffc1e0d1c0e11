using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LabsToGo.Data.Looping;

/// <summary>Which of this process's loops fail just now: then it still works, and somebody must look.</summary>
public sealed class LoopHealth : IHealthCheck
{
    private readonly ConcurrentDictionary<string, string> _failures = new();

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        _failures.IsEmpty ? HealthCheckResult.Healthy()
        : HealthCheckResult.Degraded(string.Join(", ", _failures.Select(failure => $"{failure.Key} fails ({failure.Value})"))));

    internal void Failed(Loop loop, Exception cause) => _failures[loop.GetType().Name] = cause.GetType().Name;

    internal void Succeeded(Loop loop) => _failures.TryRemove(loop.GetType().Name, out _);
}
