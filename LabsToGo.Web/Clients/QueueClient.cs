using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

internal sealed class QueueClient(ApiConnection api)
{
    public Task<QueueStatusResponse> StatusAsync(CancellationToken cancellationToken) =>
        api.GetAsync<QueueStatusResponse>("/queue/status", cancellationToken);

    public Task<IReadOnlyList<FailedWork>> FailedAsync(string queue, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<FailedWork>>($"/api/queue/errors/{queue}", cancellationToken);

    public Task<RequeueResponse> RequeueAsync(string queue, CancellationToken cancellationToken) =>
        api.PostAsync<RequeueResponse>($"/api/queue/errors/{queue}/requeue", null, cancellationToken);
}
