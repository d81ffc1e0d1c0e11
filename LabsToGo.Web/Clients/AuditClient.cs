using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

internal sealed class AuditClient(ApiConnection api)
{
    public Task<Page<AuditEntryResponse>> SearchAsync(AuditSearchRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", request, cancellationToken);

    public Task<AuditVerificationResponse> VerifyAsync(CancellationToken cancellationToken) =>
        api.PostAsync<AuditVerificationResponse>("/api/audit/verify", null, cancellationToken);
}
