using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

internal sealed class PatientsClient(ApiConnection api)
{
    public Task<Page<PatientResponse>> SearchAsync(PatientSearchRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<Page<PatientResponse>>("/api/patients/search", request, cancellationToken);

    public Task<PatientResponse> GetAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<PatientResponse>($"/api/patients/{id}", cancellationToken);

    public Task<PatientResponse> AddAsync(PatientRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<PatientResponse>("/api/patients", request, cancellationToken);

    public Task<PatientResponse> UpdateAsync(Guid id, PatientRequest request, CancellationToken cancellationToken) =>
        api.PutAsync<PatientResponse>($"/api/patients/{id}", request, cancellationToken);

    public Task<PatientResponse> RecordConsentAsync(Guid id, ConsentRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<PatientResponse>($"/api/patients/{id}/consent", request, cancellationToken);

    public Task<PatientResponse> DecideHoldAsync(Guid id, bool optedOut, CancellationToken cancellationToken) =>
        api.PostAsync<PatientResponse>($"/api/patients/{id}/hold", new HoldDecisionRequest(optedOut), cancellationToken);

    public Task<PatientResponse> TryAgainAsync(Guid id, CancellationToken cancellationToken) =>
        api.PostAsync<PatientResponse>($"/api/patients/{id}/try-again", null, cancellationToken);

    public Task<ReachabilityResponse> ReachabilityAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<ReachabilityResponse>($"/api/patients/{id}/reachability", cancellationToken);

    public Task<IReadOnlyList<ConsentEventResponse>> ConsentAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<ConsentEventResponse>>($"/api/patients/{id}/consent", cancellationToken);

    public Task<ConversationResponse> ConversationAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<ConversationResponse>($"/api/patients/{id}/messages", cancellationToken);

    public Task<ConversationResponse> SendAsync(Guid id, string text, CancellationToken cancellationToken) =>
        api.PostAsync<ConversationResponse>($"/api/patients/{id}/messages", new TextRequest(text), cancellationToken);

    public Task<PatientResponse> EraseAsync(Guid id, ErasePatientRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<PatientResponse>($"/api/patients/{id}/erase", request, cancellationToken);

    public Task<HttpResponseMessage> ExportAsync(Guid id, CancellationToken cancellationToken) =>
        api.StreamAsync(() => new HttpRequestMessage(HttpMethod.Get, $"/api/patients/{id}/export"), cancellationToken);
}
