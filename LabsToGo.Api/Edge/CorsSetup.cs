using LabsToGo.Api.Idempotency;
using LabsToGo.ServiceDefaults;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace LabsToGo.Api.Edge;

/// <summary>
/// Closed: the Web calls from its server. Only origins named in <c>Cors:Origins</c> may call from a browser, with a token or a key, never by a cookie.
/// </summary>
internal static class CorsSetup
{
    private const string Setting = "Cors:Origins";

    /// <exception cref="InvalidOperationException">An entry is no origin; the message names the setting.</exception>
    public static void AddOrigins(this IHostApplicationBuilder builder)
    {
        string[] origins = [.. builder.Configuration.List(Setting)];
        if (origins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrong)
            throw new InvalidOperationException(
                $"The setting {Setting} must list origins such as https://app.example.com, without a path or a final slash; {wrong} is none.");
        builder.Services.AddCors();
        builder.Services.Configure<CorsOptions>(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins(origins)
            .WithMethods("GET", "POST", "PUT", "DELETE")
            .WithHeaders("Authorization", "Content-Type", IdempotentRequests.Header)
            .WithExposedHeaders("Location", "Retry-After", IdempotentRequests.Replayed)
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10))));
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http"
            && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}
