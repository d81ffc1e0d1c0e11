using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Errors;
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
        var import = new PatientImport(caller.GetOrganizationId(), name, request.ConsentGiven, caller.GetUserId(), time.GetUtcNow());
        db.Add(import);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/patients/imports/{import.Id}", import.ToResponse());
    }

    /// <summary>Answers when the file is done. A caller who goes away before its end leaves a failed import with the rows that had come in.</summary>
    public static async Task<Results<Ok<ImportResponse>, NotFound>> UploadAsync(
        Guid id, HttpRequest file, ClaimsPrincipal caller, LabsToGoDbContext db, PatientImporter importer, CancellationToken cancellationToken)
    {
        var taken = await importer.RunAsync(caller.GetOrganizationId(), id, file.Body, cancellationToken);
        // The caller may be gone by now; the answer is then for nobody, but no error either.
        var import = await ImportReading.FindAsync(id, db, CancellationToken.None);
        if (import is null)
            return TypedResults.NotFound();
        return taken
            ? TypedResults.Ok(import.ToResponse())
            : throw new DomainException("This import has had its file already. Start a new import for another file.");
    }
}
