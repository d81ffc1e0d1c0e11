using LabsToGo.Contracts.Http;
using LabsToGo.Web.Clients;
using Microsoft.AspNetCore.Authentication;

namespace LabsToGo.Web.Sessions;

/// <summary>Opens a session: asks the Api, then gives the browser its cookie.</summary>
internal sealed class SessionSignIn(AccountClient account, SessionStore store, TimeProvider clock)
{
    /// <exception cref="ApiException">401: wrong e-mail address or password; 429: too many tries; no status: the Api is away.</exception>
    public async Task<SignInAnswer> SignInAsync(HttpContext context, SignInRequest request, CancellationToken cancellationToken)
    {
        var (tokens, challenge) = await account.SignInAsync(request, cancellationToken);
        return tokens is null ? new SignInAnswer(challenge!.Challenge) : await OpenAsync(context, tokens, cancellationToken);
    }

    /// <exception cref="ApiException">401: the code is wrong or used, or the challenge has run out; else as above.</exception>
    public async Task<SignInAnswer> SignInAsync(HttpContext context, SecondFactorSignInRequest request, CancellationToken cancellationToken) =>
        await OpenAsync(context, await account.SignInAsync(request, cancellationToken), cancellationToken);

    /// <exception cref="ApiException">401: the passkey was not taken; else as above.</exception>
    public async Task<SignInAnswer> SignInAsync(HttpContext context, PasskeySignInRequest request, CancellationToken cancellationToken) =>
        await OpenAsync(context, await account.SignInAsync(request, cancellationToken), cancellationToken);

    private async Task<SignInAnswer> OpenAsync(HttpContext context, TokenResponse answer, CancellationToken cancellationToken)
    {
        var me = await account.MeAsync(answer.AccessToken, cancellationToken);

        // A new id for each sign-in, so that a session can't be fixed beforehand.
        var sessionId = Guid.NewGuid().ToString("N");
        var tokens = SessionTokens.From(answer, clock.GetUtcNow());
        var properties = new AuthenticationProperties();
        tokens.Write(properties);
        store.Start(sessionId, tokens);
        await context.SignInAsync(SessionClaims.For(me, sessionId), properties);
        LeftAlone.Forget(context);
        return new SignInAnswer(SecondFactorNeeded: me.SecondFactorNeeded);
    }
}
