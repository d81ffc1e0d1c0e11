using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

/// <summary>What a signed-in person does with their own account.</summary>
internal sealed class OwnAccountClient(ApiConnection api)
{
    public Task<IReadOnlyList<SessionResponse>> SessionsAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<SessionResponse>>("/api/account/sessions", cancellationToken);

    public Task EndSessionAsync(Guid id, CancellationToken cancellationToken) => api.PostAsync($"/api/account/sessions/{id}/end", null, cancellationToken);

    public Task EndOthersAsync(CancellationToken cancellationToken) => api.PostAsync("/api/account/sessions/end-others", null, cancellationToken);

    public Task<SecondFactorResponse> SecondFactorAsync(CancellationToken cancellationToken) =>
        api.GetAsync<SecondFactorResponse>("/api/account/second-factor", cancellationToken);

    public Task<SecondFactorSetUpResponse> SetUpSecondFactorAsync(SecondFactorSetUpRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<SecondFactorSetUpResponse>("/api/account/second-factor/set-up", request, cancellationToken);

    public Task<RecoveryCodesResponse> SecondFactorOnAsync(SecondFactorOnRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<RecoveryCodesResponse>("/api/account/second-factor/on", request, cancellationToken);

    public Task<RecoveryCodesResponse> NewRecoveryCodesAsync(SecondFactorProofRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<RecoveryCodesResponse>("/api/account/second-factor/recovery-codes", request, cancellationToken);

    public Task SecondFactorOffAsync(SecondFactorProofRequest request, CancellationToken cancellationToken) =>
        api.PostAsync("/api/account/second-factor/off", request, cancellationToken);

    public Task<IReadOnlyList<PasskeyResponse>> PasskeysAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<PasskeyResponse>>("/api/account/passkeys", cancellationToken);

    public Task<PasskeyCeremonyResponse> BeginPasskeyAsync(PasskeyBeginRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<PasskeyCeremonyResponse>("/api/account/passkeys/options", request, cancellationToken);

    public Task<PasskeyResponse> AddPasskeyAsync(PasskeyAddRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<PasskeyResponse>("/api/account/passkeys", request, cancellationToken);

    public Task<PasskeyResponse> RenamePasskeyAsync(string id, PasskeyRenameRequest request, CancellationToken cancellationToken) =>
        api.PutAsync<PasskeyResponse>($"/api/account/passkeys/{id}", request, cancellationToken);

    public Task RemovePasskeyAsync(string id, PasskeyRemoveRequest request, CancellationToken cancellationToken) =>
        api.PostAsync($"/api/account/passkeys/{id}/remove", request, cancellationToken);

    public Task ChangePasswordAsync(ChangePasswordRequest request, CancellationToken cancellationToken) =>
        api.PostAsync("/api/account/password", request, cancellationToken);
}
