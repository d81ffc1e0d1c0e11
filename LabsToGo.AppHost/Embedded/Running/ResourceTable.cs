using System.Diagnostics;
using System.Text.Json;

namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>What runs, for people and, in <c>.labstogo/resources.json</c>, for scripts.</summary>
internal static class ResourceTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Print(IReadOnlyList<ResourceState> states)
    {
        var width = states.Max(state => state.Name.Length) + 2;
        var lines = states.Select(state => $"  {state.Name.PadRight(width)}{state.State,-11}{state.Url}{(state.Text is null ? "" : $"  ({state.Text})")}");
        var since = DateTime.Now - Process.GetCurrentProcess().StartTime;
        Terminal.Say($"\n{string.Join("\n", lines)}\n\n  All up after {since.TotalSeconds:0.0} s. Logs: .labstogo/logs. Stop with Ctrl-C.\n");
    }

    public static void Save(Workspace workspace, IReadOnlyList<ResourceState> states) =>
        File.WriteAllText(
            Path.Combine(workspace.Folder, "resources.json"),
            JsonSerializer.Serialize(states.Select(state => new { state.Name, state.State, state.Url, state.ProcessId }), Json));
}
