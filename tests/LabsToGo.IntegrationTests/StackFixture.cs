using LabsToGo.IntegrationTests;
using LabsToGo.Testing;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(StackFixture))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace LabsToGo.IntegrationTests;

/// <summary>One stack for all tests; each makes its own patients and campaigns.</summary>
public sealed class StackFixture : IAsyncLifetime
{
    public Stack Stack { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Stack = await Stack.StartAsync(smsWorkers: 2, telemetry: true);

    /// <summary>There is none when its start failed.</summary>
    public ValueTask DisposeAsync() => Stack is null ? ValueTask.CompletedTask : Stack.DisposeAsync();
}
