using LabsToGo.Web.Clients;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LabsToGo.Web.Sessions;

/// <summary>On each request with a cookie: gives the circuits its tokens, takes up newer ones, and refreshes what has run out.</summary>
internal sealed partial class SessionCookieEvents(
    SessionStore store,
    SessionRefresher refresher,
    TimeProvider clock,
    ILogger<SessionCookieEvents> logger) : CookieAuthenticationEvents
{
    private static readonly TimeSpan RunsOut = TimeSpan.FromSeconds(30);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (context.Principal?.GetSessionId() is not { } sessionId || SessionTokens.Read(context.Properties) is not { } seen)
        {
            await EndAsync(context);
            return;
        }

        var newest = store.Newest(sessionId, seen);
        if (newest.AccessExpiresAt - clock.GetUtcNow() < RunsOut)
        {
            try
            {
                var (refreshed, leftAlone) = await refresher.RefreshAsync(sessionId, newest, refused: false, context.HttpContext.RequestAborted);
                if (refreshed is null)
                {
                    if (leftAlone)
                        LeftAlone.Tell(context.HttpContext);
                    await EndAsync(context);
                    return;
                }
                newest = refreshed;
            }
            catch (ApiException unavailable)
            {
                // The page itself will say that the server can't be reached; nobody is signed out for that.
                Log.RefreshFailed(logger, sessionId, unavailable);
            }
        }

        if (newest != seen)
        {
            newest.Write(context.Properties);
            context.ShouldRenew = true;
        }
    }

    private static async Task EndAsync(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The tokens of session {SessionId} could not be refreshed")]
        public static partial void RefreshFailed(ILogger logger, string sessionId, Exception exception);
    }
}
