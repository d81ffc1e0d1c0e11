using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Http.Resilience;

namespace LabsToGo.ServiceDefaults;

/// <summary>Service discovery and the standard resilience handler for every <c>HttpClient</c> of the factory.</summary>
internal static class HttpDefaults
{
    public static void AddHttpDefaults(this IHostApplicationBuilder builder) =>
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            // A repeated POST may do a thing twice; who knows that a request is safe can retry it there.
            http.AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
            http.AddServiceDiscovery();
        });
}
