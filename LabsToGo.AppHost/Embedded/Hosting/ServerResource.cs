using LabsToGo.AppHost.Embedded.Servers;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A server that this engine starts.</summary>
public abstract class ServerResource : IResource
{
    private protected ServerResource(LocalServer server) => Server = server;

    public string Name => Server.Name;

    internal LocalServer Server { get; }
}
