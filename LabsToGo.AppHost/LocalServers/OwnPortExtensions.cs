namespace LabsToGo.AppHost.LocalServers;

internal static class OwnPortExtensions
{
    /// <summary>
    /// A port on which the server itself listens, the same for as long as the stack runs. Aspire's proxy, which would else stand before it, keeps every
    /// connection waiting while the server is down, where a refusal lets the client try again.
    /// </summary>
    /// <param name="variable">Tells the server's script.</param>
    public static IResourceBuilder<LocalServerResource> WithOwnPort(this IResourceBuilder<LocalServerResource> server, string endpoint, string variable) =>
        server.WithEndpoint(name: endpoint, port: FreePorts.Next(), env: variable, scheme: "tcp", isProxied: false);
}
