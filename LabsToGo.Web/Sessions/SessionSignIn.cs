using LabsToGo.Contracts.Http;
using LabsToGo.Web.Clients;
using Microsoft.AspNetCore.Authentication;

namespace LabsToGo.Web.Sessions;

/// <summary>Opens a session: asks the Api, then gives the browser its cookie.</summary>
internal sealed class SessionSignIn(AccountClient account, SessionStore store, TimeProvider clock)
{
    /// <exception cref="ApiException">401: wrong e-mail address or password; 429: too many tries; no status: the Api is away.</exception>
    public async Task SignInAsync(HttpContext context, SignInRequest request, CancellationToken cancellationToken)
    {
        var answer = await account.SignInAsync(request, cancellationToken);
        var me = await account.MeAsync(answer.AccessToken, cancellationToken);

        // A new id for each sign-in, so that a session can't be fixed beforehand.
        var sessionId = Guid.NewGuid().ToString("N");
        var tokens = SessionTokens.From(answer, clock.GetUtcNow());
        var properties = new AuthenticationProperties();
        tokens.Write(properties);
        store.Start(sessionId, tokens);
        await context.SignInAsync(SessionClaims.For(me, sessionId), properties);
    }
}
