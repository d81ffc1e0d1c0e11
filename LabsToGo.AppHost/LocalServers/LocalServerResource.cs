namespace LabsToGo.AppHost.LocalServers;

/// <summary>One of this machine's own servers, run by the script of its name in this folder.</summary>
internal sealed class LocalServerResource(string name, string folder, Func<EndpointReference, ReferenceExpression> connectionString)
    : ExecutableResource(name, "bash", folder), IResourceWithConnectionString
{
    public const string EndpointName = "tcp";

    public ReferenceExpression ConnectionStringExpression => connectionString(new EndpointReference(this, EndpointName));
}
