using LabsToGo.Web.Clients;
using LabsToGo.Web.Security;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Web.Sessions;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("/session").AddEndpointFilter<SameOriginFilter>().DisableAntiforgery();
        group.MapPost("/refresh", RefreshAsync).AllowAnonymous();
        group.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
    }

    /// <summary>The browser calls it before the access token ends; the answer says in how many seconds to call again.</summary>
    private static async Task<Results<Ok<RefreshedSession>, UnauthorizedHttpResult, StatusCodeHttpResult>> RefreshAsync(
        HttpContext context,
        SessionRefresher refresher,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var cookie = await context.AuthenticateAsync();
        if (cookie.Principal?.GetSessionId() is not { } sessionId || SessionTokens.Read(cookie.Properties!) is not { } seen)
            return TypedResults.Unauthorized();

        try
        {
            var tokens = await refresher.RefreshAsync(sessionId, seen, cancellationToken);
            if (tokens is null)
            {
                await context.SignOutAsync();
                return TypedResults.Unauthorized();
            }
            var properties = new AuthenticationProperties();
            tokens.Write(properties);
            await context.SignInAsync(cookie.Principal, properties);
            return TypedResults.Ok(new RefreshedSession((tokens.AccessExpiresAt - clock.GetUtcNow()).TotalSeconds));
        }
        catch (ApiException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<RedirectHttpResult> SignOutAsync(
        HttpContext context,
        SessionStore store,
        AccountClient account,
        ILoggerFactory logs,
        CancellationToken cancellationToken)
    {
        var cookie = await context.AuthenticateAsync();
        if (cookie.Principal?.GetSessionId() is { } sessionId && SessionTokens.Read(cookie.Properties!) is { } seen)
        {
            var tokens = store.Newest(sessionId, seen);
            store.End(sessionId);
            await EndAtApiAsync(account, tokens, sessionId, logs, cancellationToken);
        }
        await context.SignOutAsync();
        return TypedResults.Redirect("/sign-in");
    }

    private static async Task EndAtApiAsync(AccountClient account, SessionTokens tokens, string sessionId, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        try
        {
            await account.SignOutAsync(tokens, cancellationToken);
        }
        catch (ApiException unavailable)
        {
            // The browser is signed out all the same; the refresh token runs out by itself.
            SessionLog.NotEndedAtApi(logs.CreateLogger(typeof(SessionEndpoints)), sessionId, unavailable);
        }
    }
}
