using System.Net;
using LabsToGo.Web.Clients;

namespace LabsToGo.Web.Sessions;

/// <summary>Trades a session's refresh token for new tokens. Called in HTTP requests alone, for only they can hand the browser a new cookie.</summary>
internal sealed partial class SessionRefresher(SessionStore store, AccountClient account, TimeProvider clock, ILogger<SessionRefresher> logger)
{
    private static readonly TimeSpan CountsAsFresh = TimeSpan.FromMinutes(1);

    /// <param name="refused">The Api did not take the newest tokens, so they do not count as fresh.</param>
    /// <returns>The newest tokens, or null when the Api has ended the session; and whether it did because nobody used it.</returns>
    /// <exception cref="ApiException">The Api could not be asked; the session may well be alive.</exception>
    public async Task<(SessionTokens? Tokens, bool LeftAlone)> RefreshAsync(
        string sessionId, SessionTokens seen, bool refused, CancellationToken cancellationToken)
    {
        var gate = store.Gate(sessionId, seen);
        await gate.WaitAsync(cancellationToken);
        try
        {
            var newest = store.Newest(sessionId, seen);
            var now = clock.GetUtcNow();
            if (!refused && now - newest.IssuedAt < CountsAsFresh && newest.AccessExpiresAt > now)
                return (newest, false);

            // Not cancelable: when the browser hangs up after the Api has spent the old token, the new one must still be kept.
            var answer = await account.RefreshAsync(newest.RefreshToken, CancellationToken.None);
            return (store.Newest(sessionId, SessionTokens.From(answer, clock.GetUtcNow())), false);
        }
        catch (ApiException over) when (over.Status is HttpStatusCode.Unauthorized or HttpStatusCode.BadRequest)
        {
            Log.SessionEnded(logger, sessionId);
            store.End(sessionId);
            return (null, over.LeftAlone);
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
