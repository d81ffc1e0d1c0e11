using System.Net;
using System.Net.Http.Headers;
using LabsToGo.Contracts.Http;
using LabsToGo.Web.Sessions;
using LabsToGo.Web.State;

namespace LabsToGo.Web.Clients;

/// <summary>Calls to the Api in the name of the signed-in person. Every failure is an <see cref="ApiException"/>.</summary>
internal sealed class ApiConnection(IHttpClientFactory clients, ApiSession session, Caller caller)
{
    public Task<T> GetAsync<T>(string path, CancellationToken cancellationToken) =>
        ReadAsync<T>(() => new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);

    public Task<T> PostAsync<T>(string path, object? body, CancellationToken cancellationToken) =>
        ReadAsync<T>(() => Request(HttpMethod.Post, path, body), cancellationToken);

    public Task<T> PutAsync<T>(string path, object body, CancellationToken cancellationToken) =>
        ReadAsync<T>(() => Request(HttpMethod.Put, path, body), cancellationToken);

    /// <summary>For what answers nothing.</summary>
    public async Task PostAsync(string path, object? body, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(ApiHttp.Calls, () => Request(HttpMethod.Post, path, body), cancellationToken);
    }

    public async Task DeleteAsync(string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(ApiHttp.Calls, () => new HttpRequestMessage(HttpMethod.Delete, path), cancellationToken);
    }

    /// <summary>A call without time-outs whose answer is read while it arrives.</summary>
    public Task<HttpResponseMessage> StreamAsync(Func<HttpRequestMessage> request, CancellationToken cancellationToken) =>
        SendAsync(ApiHttp.Streams, request, cancellationToken);

    private async Task<T> ReadAsync<T>(Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(ApiHttp.Calls, request, cancellationToken);
        return await ApiHttp.ReadAsync<T>(response, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(string client, Func<HttpRequestMessage> request, CancellationToken cancellationToken)
    {
        var response = await SendOnceAsync(client, request(), cancellationToken);
        if (response.StatusCode == HttpStatusCode.Unauthorized)
        {
            response.Dispose();
            await session.RenewAsync(cancellationToken);
            response = await SendOnceAsync(client, request(), cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized)
                throw session.SignInAgain();
        }
        if (response.StatusCode < HttpStatusCode.InternalServerError && response.Headers.RetryAfter is null)
            Submission.Current?.Answered();
        if (response.IsSuccessStatusCode)
            return response;

        using (response)
        {
            var refused = await ApiProblem.ReadAsync(response, cancellationToken);
            throw refused.SecondFactorNeeded ? session.SetUpSecondFactor() : refused;
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(string client, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method == HttpMethod.Post && Submission.Current is { } submission)
            request.Headers.Add("Idempotency-Key", submission.Key);
        caller.PutInto(request);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await session.AccessTokenAsync());
        return await ApiHttp.SendAsync(clients.CreateClient(client), request, cancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, object? body) => new(method, path)
    {
        Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: ContractJson.Options),
    };
}
