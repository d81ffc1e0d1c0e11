using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

internal sealed class ApiKeysClient(ApiConnection api)
{
    public Task<IReadOnlyList<ApiKeyResponse>> ListAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<ApiKeyResponse>>("/api/api-keys", cancellationToken);

    public Task<NewApiKeyResponse> MakeAsync(ApiKeyRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<NewApiKeyResponse>("/api/api-keys", request, cancellationToken);

    public Task<ApiKeyResponse> RevokeAsync(Guid id, CancellationToken cancellationToken) =>
        api.PostAsync<ApiKeyResponse>($"/api/api-keys/{id}/revoke", null, cancellationToken);
}
