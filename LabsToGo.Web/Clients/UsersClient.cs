using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

internal sealed class UsersClient(ApiConnection api)
{
    public Task<IReadOnlyList<UserResponse>> ListAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<UserResponse>>("/api/users", cancellationToken);

    public Task<IReadOnlyList<RoleResponse>> RolesAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<RoleResponse>>("/api/account/roles", cancellationToken);

    public Task<PasswordLinkResponse> InviteAsync(InviteRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<PasswordLinkResponse>("/api/users", request, cancellationToken);

    public Task<PasswordLinkResponse> NewLinkAsync(Guid id, CancellationToken cancellationToken) =>
        api.PostAsync<PasswordLinkResponse>($"/api/users/{id}/password-link", null, cancellationToken);

    public Task<UserResponse> ChangeAsync(Guid id, UserRequest request, CancellationToken cancellationToken) =>
        api.PutAsync<UserResponse>($"/api/users/{id}", request, cancellationToken);

    public Task<UserResponse> DisableAsync(Guid id, CancellationToken cancellationToken) =>
        api.PostAsync<UserResponse>($"/api/users/{id}/disable", null, cancellationToken);

    public Task<UserResponse> ResetSecondFactorAsync(Guid id, CancellationToken cancellationToken) =>
        api.PostAsync<UserResponse>($"/api/users/{id}/reset-second-factor", null, cancellationToken);

    public Task<UserResponse> EnableAsync(Guid id, CancellationToken cancellationToken) =>
        api.PostAsync<UserResponse>($"/api/users/{id}/enable", null, cancellationToken);
}
