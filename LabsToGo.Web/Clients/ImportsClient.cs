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

    /// <summary>What would become of a file that is in review.</summary>
    public Task<ImportReviewResponse> ReviewAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<ImportReviewResponse>($"/api/patients/imports/{id}/review", cancellationToken);

    /// <summary>Answers when the Api has looked through the file again.</summary>
    public async Task<ImportReviewResponse> ChooseColumnsAsync(Guid id, ImportColumnsRequest request, CancellationToken cancellationToken)
    {
        using var response = await api.StreamAsync(
            () => new HttpRequestMessage(HttpMethod.Put, $"/api/patients/imports/{id}/columns")
            {
                Content = JsonContent.Create(request, options: ContractJson.Options),
            },
            cancellationToken);
        return await ApiHttp.ReadAsync<ImportReviewResponse>(response, cancellationToken);
    }

    /// <summary>Answers when the import is done; it goes on though the caller leaves.</summary>
    public async Task<ImportResponse> StartAsync(Guid id, CancellationToken cancellationToken)
    {
        using var response = await api.StreamAsync(() => new HttpRequestMessage(HttpMethod.Post, $"/api/patients/imports/{id}/start"), cancellationToken);
        return await ApiHttp.ReadAsync<ImportResponse>(response, cancellationToken);
    }

    public Task DiscardAsync(Guid id, CancellationToken cancellationToken) => api.DeleteAsync($"/api/patients/imports/{id}", cancellationToken);

    public Task<ImportResponse> GetAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<ImportResponse>($"/api/patients/imports/{id}", cancellationToken);

    public Task<IReadOnlyList<ImportResponse>> LatestAsync(CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<ImportResponse>>("/api/patients/imports", cancellationToken);

    public Task<IReadOnlyList<ImportErrorResponse>> ErrorsAsync(Guid id, CancellationToken cancellationToken) =>
        api.GetAsync<IReadOnlyList<ImportErrorResponse>>($"/api/patients/imports/{id}/errors", cancellationToken);

    public Task<HttpResponseMessage> RejectedFileAsync(Guid id, CancellationToken cancellationToken) =>
        api.StreamAsync(() => new HttpRequestMessage(HttpMethod.Get, $"/api/patients/imports/{id}/rejected.csv"), cancellationToken);

    public Task<ImportUndoResponse> UndoPreviewAsync(Guid id, CancellationToken cancellationToken) =>
        UndoAsync(HttpMethod.Get, id, cancellationToken);

    /// <summary>Answers when it is done, which takes its time with many patients.</summary>
    public Task<ImportUndoResponse> UndoAsync(Guid id, CancellationToken cancellationToken) => UndoAsync(HttpMethod.Post, id, cancellationToken);

    public Task<HttpResponseMessage> ErrorsFileAsync(Guid id, CancellationToken cancellationToken) =>
        api.StreamAsync(() => new HttpRequestMessage(HttpMethod.Get, $"/api/patients/imports/{id}/errors.csv"), cancellationToken);

    private async Task<ImportUndoResponse> UndoAsync(HttpMethod method, Guid id, CancellationToken cancellationToken)
    {
        using var response = await api.StreamAsync(() => new HttpRequestMessage(method, $"/api/patients/imports/{id}/undo"), cancellationToken);
        return await ApiHttp.ReadAsync<ImportUndoResponse>(response, cancellationToken);
    }
}
