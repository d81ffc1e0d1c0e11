using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

internal sealed class SettingsClient(ApiConnection api)
{
    public Task<OrganizationResponse> OrganizationAsync(CancellationToken cancellationToken) =>
        api.GetAsync<OrganizationResponse>("/api/organization", cancellationToken);

    public Task<OrganizationResponse> UpdateOrganizationAsync(OrganizationRequest request, CancellationToken cancellationToken) =>
        api.PutAsync<OrganizationResponse>("/api/organization", request, cancellationToken);

    public Task<OrganizationResponse> StopSendingAsync(CancellationToken cancellationToken) =>
        api.PostAsync<OrganizationResponse>("/api/organization/stop", null, cancellationToken);

    public Task<OrganizationResponse> ResumeSendingAsync(CancellationToken cancellationToken) =>
        api.PostAsync<OrganizationResponse>("/api/organization/resume", null, cancellationToken);

    public Task<ProtectionResponse> ProtectionAsync(CancellationToken cancellationToken) =>
        api.GetAsync<ProtectionResponse>("/api/organization/protection", cancellationToken);

    public Task<ProtectionResponse> UpdateProtectionAsync(ProtectionRequest request, CancellationToken cancellationToken) =>
        api.PutAsync<ProtectionResponse>("/api/organization/protection", request, cancellationToken);

    public Task<IReadOnlyList<SenderResponse>> SendersAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<SenderResponse>>("/api/senders", cancellationToken);

    public Task<SenderResponse> AddSenderAsync(SenderRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<SenderResponse>("/api/senders", request, cancellationToken);

    public Task<SenderResponse> UpdateSenderAsync(Guid id, SenderRequest request, CancellationToken cancellationToken) =>
        api.PutAsync<SenderResponse>($"/api/senders/{id}", request, cancellationToken);

    public Task<SenderResponse> PauseSenderAsync(Guid id, CancellationToken cancellationToken) =>
        api.PostAsync<SenderResponse>($"/api/senders/{id}/pause", null, cancellationToken);

    public Task<SenderResponse> ResumeSenderAsync(Guid id, CancellationToken cancellationToken) =>
        api.PostAsync<SenderResponse>($"/api/senders/{id}/resume", null, cancellationToken);

    public Task<SenderResponse> RetireSenderAsync(Guid id, CancellationToken cancellationToken) =>
        api.PostAsync<SenderResponse>($"/api/senders/{id}/retire", null, cancellationToken);

    public Task<SenderResponse> UseSenderAgainAsync(Guid id, CancellationToken cancellationToken) =>
        api.PostAsync<SenderResponse>($"/api/senders/{id}/use-again", null, cancellationToken);
}
