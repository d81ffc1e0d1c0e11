namespace LabsToGo.Web.Clients;

internal sealed class FilesClient(ApiConnection api)
{
    public Task<HttpResponseMessage> DownloadAsync(Guid id, CancellationToken cancellationToken) =>
        api.StreamAsync(() => new HttpRequestMessage(HttpMethod.Get, $"/api/files/{id}"), cancellationToken);
}
