using System.Globalization;
using Microsoft.Extensions.Caching.Memory;

namespace LabsToGo.Api.Auditing;

/// <summary>
/// Writes an entry for each request to an endpoint that is <see cref="Audited"/> (where a look goes on, one for the look), allowed or refused, before the
/// first byte of its answer leaves: nobody reads or is told of a change that the log does not know. When it can't be written, there is no answer but an error.
/// </summary>
internal sealed class AuditTrail(RequestDelegate next, AuditLog log, IMemoryCache looks)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<Audited>() is { } audited && http.User.Identity?.IsAuthenticated == true)
        {
            var asked = Subject(http.Request.RouteValues["messageId"] ?? http.Request.RouteValues["id"]);
            http.Response.OnStarting(() => WriteAsync(http, audited, asked ?? Created(http)));
        }
        return next(http);
    }

    private async Task WriteAsync(HttpContext http, Audited audited, Guid? subject)
    {
        var (action, outcome) = (http.AuditedAs() ?? audited.Action, Outcome(http.Response.StatusCode));
        var look = audited.OneLook > TimeSpan.Zero && outcome.Length == 0 ? AuditLook.Of(http, action, subject) : null;
        if (look is not null && looks.TryGetValue(look, out _))
            return;
        await log.WriteAsync(http, action, subject, outcome, CancellationToken.None);
        if (look is not null)
            looks.Set(look, look, audited.OneLook);
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
