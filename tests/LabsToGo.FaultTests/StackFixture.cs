using LabsToGo.FaultTests;
using LabsToGo.Testing;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(StackFixture))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace LabsToGo.FaultTests;

/// <summary>One stack for all tests; whoever breaks something mends it.</summary>
public sealed class StackFixture : IAsyncLifetime
{
    public Stack Stack { get; private set; } = null!;

    public OwnAudience Everyone { get; private set; } = null!;

    public OwnAudience Few { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Stack = await Stack.StartAsync(smsWorkers: 2);
        Everyone = await OwnAudience.ImportAsync(Stack, 1_900);
        Few = await OwnAudience.ImportAsync(Stack, 90);
    }

    public ValueTask DisposeAsync() => Stack.DisposeAsync();
}
