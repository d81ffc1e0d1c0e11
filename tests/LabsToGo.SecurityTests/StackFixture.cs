using LabsToGo.SecurityTests;
using LabsToGo.Testing;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(StackFixture))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace LabsToGo.SecurityTests;

/// <summary>One stack for all attacks, the Web included.</summary>
public sealed class StackFixture : IAsyncLifetime
{
    public Stack Stack { get; private set; } = null!;

    /// <summary>What the Api says of itself.</summary>
    public ApiDescription Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Stack = await Stack.StartAsync(smsWorkers: 1, web: true, telemetry: true);
        Api = await ApiDescription.ReadAsync(Stack.Api.Url);
    }

    /// <summary>There is none when its start failed.</summary>
    public ValueTask DisposeAsync() => Stack is null ? ValueTask.CompletedTask : Stack.DisposeAsync();
}
