using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

internal sealed class QueueClient(ApiConnection api)
{
    public Task<QueueStatusResponse> StatusAsync(CancellationToken cancellationToken) =>
        api.GetAsync<QueueStatusResponse>("/queue/status", cancellationToken);
}
