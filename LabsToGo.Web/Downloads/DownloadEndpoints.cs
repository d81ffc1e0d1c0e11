using LabsToGo.Web.Clients;

namespace LabsToGo.Web.Downloads;

internal static class DownloadEndpoints
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/patients/imports/{id:guid}/errors.csv", (Guid id, HttpContext context, ImportsClient imports, CancellationToken cancellationToken) =>
            ApiFile.PassOnAsync(
                context, () => imports.ErrorsFileAsync(id, cancellationToken), "text/csv; charset=utf-8", $"import-errors-{id:N}.csv", cancellationToken));
        routes.MapGet("/patients/imports/{id:guid}/rejected.csv", (Guid id, HttpContext context, ImportsClient imports, CancellationToken cancellationToken) =>
            ApiFile.PassOnAsync(
                context, () => imports.RejectedFileAsync(id, cancellationToken), "text/csv; charset=utf-8", $"rejected-rows-{id:N}.csv", cancellationToken));
        routes.MapGet("/files/{id:guid}", (Guid id, HttpContext context, FilesClient files, CancellationToken cancellationToken) =>
            ApiFile.PassOnAsync(context, () => files.DownloadAsync(id, cancellationToken), cancellationToken));
        routes.MapGet("/patients/{id:guid}/export.json", (Guid id, HttpContext context, PatientsClient patients, CancellationToken cancellationToken) =>
            ApiFile.PassOnAsync(
                context, () => patients.ExportAsync(id, cancellationToken), "application/json; charset=utf-8", $"patient-{id:N}.json", cancellationToken));
    }
}
