using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace LabsToGo.BrowserTests.Stack;

/// <summary>One instance of a resource, as the dashboard shows it.</summary>
/// <param name="ProcessId">Of the process that the orchestrator started; a service's is a child of that.</param>
public sealed record ResourceInstance(string Id, string? State, int? ProcessId)
{
    public bool IsRunning => State == KnownResourceStates.Running;

    public static ResourceInstance Of(ResourceEvent change) => new(
        change.ResourceId,
        change.Snapshot.State?.Text,
        change.Snapshot.Properties.FirstOrDefault(property => property.Name == "executable.pid")?.Value is { } id
            ? Convert.ToInt32(id, CultureInfo.InvariantCulture)
            : null);

    /// <summary>Of our own process, below the one that the orchestrator started.</summary>
    public int ServiceProcessId() => int.Parse(File.ReadAllText($"/proc/{ProcessId}/task/{ProcessId}/children").Split(' ')[0], CultureInfo.InvariantCulture);
}
