using System.Net.Http.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Edge;

internal static class KeyedRequests
{
    public static readonly CampaignRequest Draft = new("Once", "Hello {{ first_name }}", new AudienceFilter(States: ["WA"]));

    public static async Task<HttpResponseMessage> SendWithKeyAsync(this ApiClient caller, string key, string path, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (body is not null)
            request.Content = JsonContent.Create(body, body.GetType(), options: ContractJson.Options);
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await caller.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
