using LabsToGo.Api.Auditing;

namespace LabsToGo.Api.Files;

internal static class FileEndpoints
{
    public static void MapFiles(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("/api/files").WithTags("Files");
        // For people who have signed in: what else it takes stands at each file.
        files.MapGet("/{id:guid}", FileDownload.HandleAsync).Audit("file.download");
    }
}
