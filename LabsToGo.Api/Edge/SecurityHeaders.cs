namespace LabsToGo.Api.Edge;

/// <summary>Answers are data, for programs: no browser shows one as a page, guesses what else it might be, keeps it, or says where it came from.</summary>
internal static class SecurityHeaders
{
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (http.GetEndpoint()?.Metadata.GetMetadata<ShownInBrowsers>() is null)
                headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'";
            // Only the public keys say otherwise.
            if (headers.CacheControl.Count == 0)
                headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    });
}
