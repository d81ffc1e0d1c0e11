using System.Net.Mime;
using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Files;

internal static partial class FileDownload
{
    /// <summary>As it came, and as nothing that a browser would show.</summary>
    public static async Task<Results<FileStreamHttpResult, NotFound, ForbidHttpResult, ProblemHttpResult>> HandleAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, KeptFiles files, TimeProvider time, ILogger<KeptFiles> logger,
        CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var file = await db.StoredFiles.AsNoTracking()
            .SingleOrDefaultAsync(kept => kept.Id == id && kept.Size != null && kept.ExpiresAt > now, cancellationToken);
        if (file is null)
            return TypedResults.NotFound();
        if (!caller.May(file.Permission))
            return TypedResults.Forbid();
        try
        {
            return TypedResults.Stream(await files.OpenAsync(file, cancellationToken), MediaTypeNames.Application.Octet, file.Name);
        }
        catch (FileNotFoundException)
        {
            return TypedResults.NotFound();
        }
        catch (IOException failure)
        {
            Log.NotOpened(logger, id, failure);
            return TypedResults.Problem(
                "The file store does not answer just now. Nothing is lost; please try again in a moment.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "File {FileId} could not be opened")]
        public static partial void NotOpened(ILogger logger, Guid fileId, Exception failure);
    }
}
