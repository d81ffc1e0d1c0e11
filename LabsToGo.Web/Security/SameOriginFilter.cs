namespace LabsToGo.Web.Security;

/// <summary>
/// Lets only this site's own pages through. Browsers set Sec-Fetch-Site and Origin themselves, scripts can't; the session cookie is
/// SameSite=Lax besides, so another site's POST comes without it.
/// </summary>
internal sealed class SameOriginFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsSameOrigin(context.HttpContext.Request) ? await next(context) : TypedResults.StatusCode(StatusCodes.Status403Forbidden);

    private static bool IsSameOrigin(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
            return site is "same-origin" or "none";

        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority == request.Host.Value);
    }
}
