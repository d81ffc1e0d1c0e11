using Microsoft.Extensions.Configuration;

namespace LabsToGo.AppHost.LocalServers;

internal static class RunningServerExtensions
{
    /// <summary>The server that <c>ConnectionStrings:</c><paramref name="name"/> names; null without one.</summary>
    public static IResourceBuilder<IResourceWithConnectionString>? RunsAlready(this IDistributedApplicationBuilder builder, string name) =>
        builder.Configuration.GetConnectionString(name) is null ? null : builder.AddConnectionString(name);
}
