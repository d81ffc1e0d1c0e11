using System.Net.Http.Headers;
using LabsToGo.Contracts.Http;
using LabsToGo.Web.Sessions;

namespace LabsToGo.Web.Clients;

/// <summary>Signing in and out at the Api; needs no session yet.</summary>
internal sealed class AccountClient(IHttpClientFactory clients)
{
    public Task<TokenResponse> SignInAsync(SignInRequest request, CancellationToken cancellationToken) =>
        PostAsync<TokenResponse>("/api/account/sign-in", request, cancellationToken);

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

    public async Task SignOutAsync(SessionTokens tokens, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/sign-out");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.AccessToken);
        request.Content = JsonContent.Create(new RefreshRequest(tokens.RefreshToken), options: ContractJson.Options);
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
        var response = await ApiHttp.SendAsync(clients.CreateClient(ApiHttp.Calls), request, cancellationToken);
        if (response.IsSuccessStatusCode)
            return response;

        using (response)
            throw await ApiProblem.ReadAsync(response, cancellationToken);
    }
}
