namespace Aspire.Hosting.ApplicationModel;

public sealed class ProjectResource : IResource
{
    internal ProjectResource(string name, string project, LaunchSettings settings)
    {
        (Name, Project) = (name, project);
        if (settings.HttpPort is { } port)
            Ports = [global::LabsToGo.AppHost.Embedded.Servers.Ports.Free(port)];
    }

    public string Name { get; }

    /// <summary>The project's folder and assembly name.</summary>
    internal string Project { get; }

    /// <summary>One for each replica; empty when the project listens nowhere.</summary>
    internal List<int> Ports { get; } = [];

    internal int Replicas { get; private set; } = 1;

    internal string? HealthPath { get; set; }

    internal string? UrlText { get; set; }

    internal Dictionary<string, Func<string>> Environment { get; } = [];

    internal List<IResource> WaitsForHealth { get; } = [];

    internal List<IResource> WaitsForCompletion { get; } = [];

    internal void Replicate(int replicas)
    {
        Replicas = replicas;
        while (Ports.Count is > 0 and var count && count < replicas)
            Ports.Add(global::LabsToGo.AppHost.Embedded.Servers.Ports.Free());
    }
}
