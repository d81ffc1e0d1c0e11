using System.Net;
using System.Net.Http.Headers;
using LabsToGo.Contracts.Http;
using LabsToGo.Web.Sessions;

namespace LabsToGo.Web.Clients;

/// <summary>Signing in and out at the Api; needs no session yet.</summary>
internal sealed class AccountClient(IHttpClientFactory clients, IHttpContextAccessor http)
{
    /// <returns>Tokens, or the challenge to which a code is the answer.</returns>
    public async Task<(TokenResponse? Tokens, SecondFactorChallengeResponse? Challenge)> SignInAsync(SignInRequest body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/sign-in");
        request.Content = JsonContent.Create(body, options: ContractJson.Options);
        using var response = await SendAsync(request, cancellationToken);
        return response.StatusCode is HttpStatusCode.Accepted
            ? (null, await ApiHttp.ReadAsync<SecondFactorChallengeResponse>(response, cancellationToken))
            : (await ApiHttp.ReadAsync<TokenResponse>(response, cancellationToken), null);
    }

    public Task<TokenResponse> SignInAsync(SecondFactorSignInRequest request, CancellationToken cancellationToken) =>
        PostAsync<TokenResponse>("/api/account/sign-in/second-factor", request, cancellationToken);

    public Task<PasskeyCeremonyResponse> BeginPasskeyAsync(CancellationToken cancellationToken) =>
        PostAsync<PasskeyCeremonyResponse>("/api/account/sign-in/passkey/options", new { }, cancellationToken);

    public Task<TokenResponse> SignInAsync(PasskeySignInRequest request, CancellationToken cancellationToken) =>
        PostAsync<TokenResponse>("/api/account/sign-in/passkey", request, cancellationToken);

    public Task<TokenResponse> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        PostAsync<TokenResponse>("/api/account/refresh", new RefreshRequest(refreshToken), cancellationToken);

    /// <exception cref="ApiException">400: the password is refused; 410: the link is of no use any more.</exception>
    public async Task SetPasswordAsync(SetPasswordRequest body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/password-link");
        request.Content = JsonContent.Create(body, options: ContractJson.Options);
        using var response = await SendAsync(request, cancellationToken);
    }

    public async Task<MeResponse> MeAsync(string accessToken, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/account/me");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await SendAsync(request, cancellationToken);
        return await ApiHttp.ReadAsync<MeResponse>(response, cancellationToken);
    }

    /// <exception cref="ApiException">401: the session is over.</exception>
    public async Task<ActivityResponse> ActiveAsync(string accessToken, ActivityRequest activity, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/active");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        request.Content = JsonContent.Create(activity, options: ContractJson.Options);
        using var response = await SendAsync(request, cancellationToken);
        return await ApiHttp.ReadAsync<ActivityResponse>(response, cancellationToken);
    }

    public async Task SignOutAsync(SessionTokens tokens, bool leftAlone, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/sign-out");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        request.Content = JsonContent.Create(new SignOutRequest(tokens.RefreshToken, leftAlone), options: ContractJson.Options);
        using var response = await SendAsync(request, cancellationToken);
    }

    private async Task<T> PostAsync<T>(string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = JsonContent.Create(body, body.GetType(), options: ContractJson.Options);
        using var response = await SendAsync(request, cancellationToken);
        return await ApiHttp.ReadAsync<T>(response, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Caller.Of(http.HttpContext).PutInto(request);
        var response = await ApiHttp.SendAsync(clients.CreateClient(ApiHttp.Calls), request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;

        using (response)
            throw await ApiProblem.ReadAsync(response, cancellationToken);
    }
}
