using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

/// <summary>What a signed-in person does with their own account.</summary>
internal sealed class OwnAccountClient(ApiConnection api)
{
    public Task<IReadOnlyList<SessionResponse>> SessionsAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<SessionResponse>>("/api/account/sessions", cancellationToken);

    public Task EndSessionAsync(Guid id, CancellationToken cancellationToken) => api.PostAsync($"/api/account/sessions/{id}/end", null, cancellationToken);

    public Task EndOthersAsync(CancellationToken cancellationToken) => api.PostAsync("/api/account/sessions/end-others", null, cancellationToken);

    public Task ChangePasswordAsync(ChangePasswordRequest request, CancellationToken cancellationToken) => api.PostAsync("/api/account/password", request, cancellationToken);
}
