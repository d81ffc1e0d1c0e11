using LabsToGo.IntegrationTests;
using LabsToGo.Testing;

[assembly: AssemblyFixture(typeof(StackFixture))]
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace LabsToGo.IntegrationTests;

/// <summary>One stack for all tests; each makes its own patients and campaigns.</summary>
public sealed class StackFixture : IAsyncLifetime
{
    public Stack Stack { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Stack = await Stack.StartAsync(smsWorkers: 2);

    public ValueTask DisposeAsync() => Stack.DisposeAsync();
}
