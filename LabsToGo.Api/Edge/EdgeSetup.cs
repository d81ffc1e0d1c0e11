using LabsToGo.Api.Edge.RateLimits;
using LabsToGo.ServiceDefaults.Edge;

namespace LabsToGo.Api.Edge;

/// <summary>What stands between the world and the endpoints.</summary>
internal static class EdgeSetup
{
    public static void AddEdge(this WebApplicationBuilder builder)
    {
        builder.AddKnownProxies();
        builder.AddOrigins();
        builder.Services.AddServerLimits();
        builder.Services.AddHttps();
        builder.Services.AddRateLimits();
    }

    /// <summary>Before anything else; rate limits come later, when the caller is known.</summary>
    public static void UseEdge(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.RequireHttps();
        app.UseSecurityHeaders();
    }
}
