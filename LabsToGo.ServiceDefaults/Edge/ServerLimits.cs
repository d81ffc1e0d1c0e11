using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace LabsToGo.ServiceDefaults.Edge;

public static class ServerLimits
{
    /// <summary>No form or JSON of ours comes near it; an endpoint that takes more says so.</summary>
    public const long LargestBody = 256 * 1024;

    /// <summary>How large and how slow a request may be, and no word of what serves it.</summary>
    public static void AddServerLimits(this IServiceCollection services) => services.Configure<KestrelServerOptions>(server =>
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestBody;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        // Bytes per second, after a while to get going. Slower than any connection that people work with, and too fast to hold thousands of them open.
        server.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        server.Limits.MinResponseDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
    });
}
