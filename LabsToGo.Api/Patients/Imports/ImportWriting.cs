using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Errors;
using LabsToGo.Api.Patients.Imports.Reviewing;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Patients.Imports;

internal static class ImportWriting
{
    public static async Task<Results<Created<ImportResponse>, ValidationProblem>> CreateAsync(
        CreateImportRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var name = string.Concat(request.FileName.Where(character => !char.IsControl(character))).Trim();
        if (name.Length == 0)
            return FieldErrors.Of("fileName", "The file name is missing.");
        var import = new PatientImport(caller.GetOrganizationId(), name, request.ConsentGiven, request.Review, caller.GetUserId(), time.GetUtcNow());
        db.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/patients/imports/{import.Id}", import.ToResponse());
    }

    /// <summary>Answers when the file is done, or looked through. A caller who goes away while it comes in leaves a failed import; later it goes on.</summary>
    public static async Task<Results<Ok<ImportResponse>, NotFound>> UploadAsync(
        Guid id, HttpRequest file, ClaimsPrincipal caller, LabsToGoDbContext db, ImportRunner runner, ImportFiles files, PatientImporter importer,
        ImportReview review, CancellationToken cancellationToken)
    {
        var taken = await runner.RunAsync(
            caller.GetOrganizationId(),
            id,
            ImportStatus.Waiting,
            async (connection, run) =>
            {
                await files.KeepAsync(run, file.Body, cancellationToken);
                return run.Review ? await review.LookThroughAsync(connection, run) : await importer.ImportAsync(connection, run);
            },
            cancellationToken);
        return await AnswerAsync(id, db, taken, "This import has had its file already. Start a new import for another file.");
    }

    /// <summary>Imports the file that was looked through. Answers when it is done; goes on though the caller goes away.</summary>
    public static async Task<Results<Ok<ImportResponse>, NotFound>> StartAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, ImportRunner runner, PatientImporter importer, CancellationToken cancellationToken)
    {
        if (await ImportReading.FindAsync(id, db, cancellationToken) is { Status: ImportStatus.InReview } reviewed)
            ReviewedColumns.RequireAnswered(reviewed);
        var taken = await runner.RunAsync(caller.GetOrganizationId(), id, ImportStatus.InReview, importer.ImportAsync, cancellationToken);
        return await AnswerAsync(id, db, taken, "This import is not waiting to be started.");
    }

    /// <summary>Of a file that was looked through nothing is left.</summary>
    public static async Task<Results<NoContent, NotFound>> DiscardAsync(Guid id, LabsToGoDbContext db, ImportFiles files, CancellationToken cancellationToken)
    {
        if (await ImportReading.FindAsync(id, db, cancellationToken) is not { } import)
            return TypedResults.NotFound();
        return await files.DiscardReviewedAsync(import, cancellationToken)
            ? TypedResults.NoContent()
            : throw new DomainException("This import is not waiting to be started, so it can't be discarded.");
    }

    /// <summary>The caller may be gone by now; the answer is then for nobody, but no error either.</summary>
    private static async Task<Results<Ok<ImportResponse>, NotFound>> AnswerAsync(Guid id, LabsToGoDbContext db, bool taken, string otherwise)
    {
        if (await ImportReading.FindAsync(id, db, CancellationToken.None) is not { } import)
            return TypedResults.NotFound();
        return taken ? TypedResults.Ok(import.ToResponse()) : throw new DomainException(otherwise);
    }
}
