using System.Net;
using LabsToGo.Web.Clients;

namespace LabsToGo.Web.Sessions;

/// <summary>Trades a session's refresh token for new tokens. Called in HTTP requests alone, for only they can hand the browser a new cookie.</summary>
internal sealed partial class SessionRefresher(SessionStore store, AccountClient account, TimeProvider clock, ILogger<SessionRefresher> logger)
{
    private static readonly TimeSpan CountsAsFresh = TimeSpan.FromMinutes(1);

    /// <returns>The newest tokens, or null when the Api has ended the session.</returns>
    /// <exception cref="ApiException">The Api could not be asked; the session may well be alive.</exception>
    public async Task<SessionTokens?> RefreshAsync(string sessionId, SessionTokens seen, CancellationToken cancellationToken)
    {
        var gate = store.Gate(sessionId, seen);
        await gate.WaitAsync(cancellationToken);
        try
        {
            var newest = store.Newest(sessionId, seen);
            var now = clock.GetUtcNow();
            if (now - newest.IssuedAt < CountsAsFresh && newest.AccessExpiresAt > now)
                return newest;

            // Not cancelable: when the browser hangs up after the Api has spent the old token, the new one must still be kept.
            var answer = await account.RefreshAsync(newest.RefreshToken, CancellationToken.None);
            return store.Newest(sessionId, SessionTokens.From(answer, clock.GetUtcNow()));
        }
        catch (ApiException refused) when (refused.Status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest)
        {
            Log.SessionEnded(logger, sessionId);
            store.End(sessionId);
            return null;
        }
        finally
        {
            gate.Release();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "The Api has ended session {SessionId}; its user signs in again")]
        public static partial void SessionEnded(ILogger logger, string sessionId);
    }
}
