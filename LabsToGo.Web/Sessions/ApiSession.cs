using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.JSInterop;

namespace LabsToGo.Web.Sessions;

/// <summary>The session of this circuit (or request): whose token its calls carry, and how to get a newer one.</summary>
internal sealed class ApiSession(
    AuthenticationStateProvider authentication,
    IHttpContextAccessor http,
    SessionStore store,
    NavigationManager navigation,
    IJSRuntime browser)
{
    /// <returns>Empty when this process holds none (any more): the Api answers 401 then, and the browser is asked for its cookie.</returns>
    public async Task<string> AccessTokenAsync()
    {
        var user = http.HttpContext is { WebSockets.IsWebSocketRequest: false } request
            ? request.User
            : (await authentication.GetAuthenticationStateAsync()).User;
        return user.GetSessionId() is { } sessionId && store.Find(sessionId) is { } tokens
            ? tokens.AccessToken
            : "";
    }

    /// <summary>After a 401: has the browser fetch a new cookie, once.</summary>
    /// <exception cref="SignedOutException">The session is over; a circuit is on its way to the sign-in page.</exception>
    public async Task RenewAsync(CancellationToken cancellationToken)
    {
        if (await BrowserRefreshesAsync(cancellationToken))
            return;

        throw SignInAgain();
    }

    /// <summary>Sends a circuit's browser to the sign-in page.</summary>
    public SignedOutException SignInAgain()
    {
        navigation.NavigateTo(ReturnUrl.SignIn(navigation.ToBaseRelativePath(navigation.Uri)), forceLoad: true);
        return new SignedOutException();
    }

    /// <summary>Sends a circuit's browser to where the second factor is set up that the organization demands.</summary>
    public SignedOutException SetUpSecondFactor()
    {
        if (http.HttpContext is null or { WebSockets.IsWebSocketRequest: true })
            navigation.NavigateTo(ReturnUrl.SetUpSecondFactor, forceLoad: true);
        return new SignedOutException("Your organization demands a second factor. Set one up first.");
    }

    private async Task<bool> BrowserRefreshesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await browser.InvokeAsync<bool>("labsToGo.refreshSession", cancellationToken, true);
        }
        catch (InvalidOperationException)
        {
            // No browser to ask: a plain request, whose cookie was refreshed on its way in.
            throw new SignedOutException();
        }
        catch (JSException)
        {
            return false;
        }
    }
}
