using System.Globalization;

namespace LabsToGo.Api.Auditing;

/// <summary>
/// Writes an entry for each request to an endpoint that is <see cref="Audited"/>, allowed or refused, before the first byte of its answer
/// leaves: nobody reads or is told of a change that the log does not know. When it can't be written, there is no answer but an error.
/// </summary>
internal sealed class AuditTrail(RequestDelegate next, AuditLog log)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Audited>() is { } audited && http.User.Identity?.IsAuthenticated == true)
        {
            var asked = Subject(http.Request.RouteValues["messageId"] ?? http.Request.RouteValues["id"]);
            http.Response.OnStarting(
                () => log.WriteAsync(
                    http, http.AuditedAs() ?? audited.Action, asked ?? Created(http), Outcome(http.Response.StatusCode), CancellationToken.None));
        }
        return next(http);
    }

    private static Guid? Subject(object? routeValue) => Guid.TryParse(routeValue as string, out var id) ? id : null;

    /// <summary>What a POST has made stands at the end of its Location.</summary>
    private static Guid? Created(HttpContext http) => Subject(http.Response.Headers.Location.ToString().Split('/')[^1]);

    private static string Outcome(int status) => status switch
    {
        < 400 => "",
        401 or 403 => string.Create(CultureInfo.InvariantCulture, $"denied {status}"),
        < 500 => string.Create(CultureInfo.InvariantCulture, $"refused {status}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"failed {status}"),
    };
}
