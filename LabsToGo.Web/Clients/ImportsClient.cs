using System.Net.Http.Headers;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

internal sealed class ImportsClient(ApiConnection api)
{
    public Task<ImportResponse> CreateAsync(CreateImportRequest request, CancellationToken cancellationToken) =>
        api.PostAsync<ImportResponse>("/api/patients/imports", request, cancellationToken);

    /// <summary>Passes the file on as it arrives; answers when the Api has worked through it.</summary>
    public async Task<ImportResponse> UploadAsync(Guid id, Stream file, CancellationToken cancellationToken)
    {
        var sent = false;
        using var response = await api.StreamAsync(Request, cancellationToken);
        return await ApiHttp.ReadAsync<ImportResponse>(response, cancellationToken);

        HttpRequestMessage Request()
        {
            // A browser's file is read once: what a second request sent would lack its beginning.
            if (sent)
                throw new ApiException(null, "The upload was interrupted. Please choose the file again.");
            sent = true;
            return new HttpRequestMessage(HttpMethod.Put, $"/api/patients/imports/{id}/file")
            {
                Content = new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } },
            };
        }
    }

    public Task<ImportResponse> GetAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<ImportResponse>($"/api/patients/imports/{id}", cancellationToken);

    public Task<IReadOnlyList<ImportResponse>> LatestAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<ImportResponse>>("/api/patients/imports", cancellationToken);

    public Task<IReadOnlyList<ImportErrorResponse>> ErrorsAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<ImportErrorResponse>>($"/api/patients/imports/{id}/errors", cancellationToken);

    public Task<HttpResponseMessage> ErrorsFileAsync(Guid id, CancellationToken cancellationToken) =>
        api.StreamAsync(() => new HttpRequestMessage(HttpMethod.Get, $"/api/patients/imports/{id}/errors.csv"), cancellationToken);
}
