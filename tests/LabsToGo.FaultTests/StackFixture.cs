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
        // What breaks in the middle of a campaign does so at any rate, and each text costs the two processors a dozen requests and statements.
        await Stack.SqlAsync($"update senders set segments_per_second = {Flight.Rate}");
        Everyone = await OwnAudience.ImportAsync(Stack, 4 * Flight.Rate);
        Few = await OwnAudience.ImportAsync(Stack, 90);
    }

    /// <summary>There is none when its start failed.</summary>
    public ValueTask DisposeAsync() => Stack is null ? ValueTask.CompletedTask : Stack.DisposeAsync();
}
