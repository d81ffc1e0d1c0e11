using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

internal sealed class CampaignsClient(ApiConnection api)
{
    public Task<Page<CampaignResponse>> ListAsync(string? after, CancellationToken cancellationToken) =>
        api.GetAsync<Page<CampaignResponse>>(after is null ? "/api/campaigns" : $"/api/campaigns?after={Uri.EscapeDataString(after)}", cancellationToken);

    public Task<CampaignResponse> GetAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<CampaignResponse>($"/api/campaigns/{id}", cancellationToken);

    public Task<CampaignWarningsResponse> WarningsAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<CampaignWarningsResponse>($"/api/campaigns/{id}/warnings", cancellationToken);

    public Task<CampaignResponse> AddAsync(CampaignRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<CampaignResponse>("/api/campaigns", request, cancellationToken);

    public Task<CampaignResponse> UpdateAsync(Guid id, CampaignRequest request, CancellationToken cancellationToken) =>
        api.PutAsync<CampaignResponse>($"/api/campaigns/{id}", request, cancellationToken);

    public Task DeleteAsync(Guid id, CancellationToken cancellationToken) =>
        api.DeleteAsync($"/api/campaigns/{id}", cancellationToken);

    public Task<AudienceCountResponse> CountAsync(AudienceFilter audience, CancellationToken cancellationToken) =>
        api.PostAsync<AudienceCountResponse>("/api/campaigns/audience", audience, cancellationToken);

    public Task<PreviewResponse> PreviewAsync(PreviewRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<PreviewResponse>("/api/campaigns/preview", request, cancellationToken);

    public Task<IReadOnlyList<TemplateFieldResponse>> FieldsAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<TemplateFieldResponse>>("/api/campaigns/template-fields", cancellationToken);

    /// <summary>Sends the draft to one patient.</summary>
    public Task TestAsync(Guid id, Guid patientId, CancellationToken cancellationToken) =>
        api.PostAsync($"/api/campaigns/{id}/test", new TestRequest(patientId), cancellationToken);

    public Task<CampaignResponse> StartAsync(Guid id, StartRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<CampaignResponse>($"/api/campaigns/{id}/start", request, cancellationToken);

    /// <summary>As the second person.</summary>
    /// <exception cref="ApiException">409: it is another campaign by now than the one that was looked at, or the caller asked for it.</exception>
    public Task<CampaignResponse> ApproveAsync(Guid id, ApprovalRequest seen, CancellationToken cancellationToken) =>
        api.PostAsync<CampaignResponse>($"/api/campaigns/{id}/approval", seen, cancellationToken);

    public Task<CampaignResponse> DeclineAsync(Guid id, string note, CancellationToken cancellationToken) =>
        api.PostAsync<CampaignResponse>($"/api/campaigns/{id}/approval/decline", new DeclineRequest(note), cancellationToken);

    public Task<CampaignResponse> WithdrawAskAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, "approval/withdraw", cancellationToken);

    public Task<CampaignResponse> PauseAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, "pause", cancellationToken);

    public Task<CampaignResponse> ResumeAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, "resume", cancellationToken);

    public Task<CampaignResponse> CancelAsync(Guid id, CancellationToken cancellationToken) => ActAsync(id, "cancel", cancellationToken);

    public Task<Page<MessageResponse>> MessagesAsync(Guid id, MessageSearchRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{id}/messages/search", request, cancellationToken);

    /// <param name="messageId">Null for all that are open.</param>
    public Task<DecisionResponse> DecideAsync(Guid id, Guid? messageId, bool arrived, CancellationToken cancellationToken) =>
        api.PostAsync<DecisionResponse>(
            messageId is null ? $"/api/campaigns/{id}/messages/decisions" : $"/api/campaigns/{id}/messages/{messageId}/decision", new DecisionRequest(arrived),
            cancellationToken);

    private Task<CampaignResponse> ActAsync(Guid id, string action, CancellationToken cancellationToken) =>
        api.PostAsync<CampaignResponse>($"/api/campaigns/{id}/{action}", null, cancellationToken);
}
