using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Web.Clients;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace LabsToGo.Web.Sessions;

internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder routes)
    {
        // Scripts ask here: a page put in the place of a 401 would be answered with 400, for it takes no POST.
        var group = routes.MapGroup("/session").DisableAntiforgery().WithMetadata(new SkipStatusCodePagesAttribute());
        group.MapPost("/refresh", RefreshAsync).AllowAnonymous();
        group.MapPost("/active", ActiveAsync).AllowAnonymous();
        group.MapPost("/sign-out", SignOutAsync).AllowAnonymous();
        group.MapPasskeys();
    }

    /// <summary>The browser calls it before the access token ends; the answer says in how many seconds to call again.</summary>
    /// <param name="refused">The Api did not take the newest tokens; it says now whether and why the session is over.</param>
    private static async Task<Results<Ok<RefreshedSession>, UnauthorizedHttpResult, StatusCodeHttpResult>> RefreshAsync(
        HttpContext context,
        SessionRefresher refresher,
        TimeProvider clock,
        CancellationToken cancellationToken,
        bool refused = false)
    {
        var cookie = await context.AuthenticateAsync();
        if (cookie.Principal?.GetSessionId() is not { } sessionId || SessionTokens.Read(cookie.Properties!) is not { } seen)
            return TypedResults.Unauthorized();

        try
        {
            var (tokens, leftAlone) = await refresher.RefreshAsync(sessionId, seen, refused, cancellationToken);
            if (tokens is null)
            {
                if (leftAlone)
                    LeftAlone.Tell(context);
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

    /// <summary>The browser tells of its person, and learns when it signs itself off; see idle.js.</summary>
    private static async Task<Results<Ok<ActivityResponse>, UnauthorizedHttpResult, StatusCodeHttpResult>> ActiveAsync(
        ActivityRequest activity,
        HttpContext context,
        SessionStore store,
        SessionRefresher refresher,
        AccountClient account,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var cookie = await context.AuthenticateAsync();
        if (cookie.Principal?.GetSessionId() is not { } sessionId || SessionTokens.Read(cookie.Properties!) is not { } seen)
            return TypedResults.Unauthorized();
        try
        {
            return TypedResults.Ok(await account.ActiveAsync(store.Newest(sessionId, seen).AccessToken, activity, cancellationToken));
        }
        catch (ApiException refused) when (refused.Status is HttpStatusCode.Unauthorized)
        {
            // The refresh knows why, and ends the session here as well.
            var answer = await RefreshAsync(context, refresher, clock, cancellationToken, refused: true);
            return answer.Result is UnauthorizedHttpResult ended ? ended : TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
        catch (ApiException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <param name="leftAlone">Not a person asks for it, but the browser of one who is gone.</param>
    private static async Task<RedirectHttpResult> SignOutAsync(
        HttpContext context,
        SessionStore store,
        AccountClient account,
        ILoggerFactory logs,
        CancellationToken cancellationToken,
        bool leftAlone = false)
    {
        var cookie = await context.AuthenticateAsync();
        if (cookie.Principal?.GetSessionId() is { } sessionId && SessionTokens.Read(cookie.Properties!) is { } seen)
        {
            var tokens = store.Newest(sessionId, seen);
            store.End(sessionId);
            await EndAtApiAsync(account, tokens, leftAlone, sessionId, logs, cancellationToken);
        }
        if (leftAlone)
            LeftAlone.Tell(context);
        await context.SignOutAsync();
        return TypedResults.Redirect("/sign-in");
    }

    private static async Task EndAtApiAsync(
        AccountClient account, SessionTokens tokens, bool leftAlone, string sessionId, ILoggerFactory logs, CancellationToken cancellationToken)
    {
        try
        {
            await account.SignOutAsync(tokens, leftAlone, cancellationToken);
        }
        catch (ApiException unavailable)
        {
            // The browser is signed out all the same; the refresh token runs out by itself.
            SessionLog.NotEndedAtApi(logs.CreateLogger(typeof(SessionEndpoints)), sessionId, unavailable);
        }
    }
}
