using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Patients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace LabsToGo.Api.Patients.Imports;

internal static class ImportReading
{
    public static async Task<Ok<List<ImportResponse>>> ListAsync(
        ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        await FailAbandonedAsync(caller, db, time, cancellationToken);
        var organizationId = caller.GetOrganizationId();
        var imports = await db.PatientImports.AsNoTracking()
            .Where(import => import.OrganizationId == organizationId)
            .OrderByDescending(import => import.Id)
            .Take(20)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(imports.ConvertAll(import => import.ToResponse()));
    }

    public static async Task<Results<Ok<ImportResponse>, NotFound>> GetAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var import = await FindAsync(id, db, cancellationToken);
        if (import?.Status == ImportStatus.Running)
        {
            await FailAbandonedAsync(caller, db, time, cancellationToken);
            import = await FindAsync(id, db, cancellationToken);
        }
        return import is null ? TypedResults.NotFound() : TypedResults.Ok(import.ToResponse());
    }

    public static async Task<Results<Ok<List<ImportErrorResponse>>, NotFound>> ErrorsAsync(
        Guid id, LabsToGoDbContext db, CancellationToken cancellationToken) =>
        await FindAsync(id, db, cancellationToken) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok(await db.PatientImportErrors.AsNoTracking()
                .Where(error => error.ImportId == id)
                .OrderBy(error => error.Number)
                .Take(100)
                .Select(error => new ImportErrorResponse(error.Line, error.Column, error.Reason, error.Refused))
                .ToListAsync(cancellationToken));

    public static Task<PatientImport?> FindAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken) =>
        db.PatientImports.AsNoTracking().SingleOrDefaultAsync(import => import.Id == id, cancellationToken);

    /// <summary>Done by whoever looks: only under the caller's organization may the Api see the import of a process that died.</summary>
    private static async Task FailAbandonedAsync(ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await connection.FailAbandonedImportsAsync(caller.GetOrganizationId(), time.GetUtcNow(), cancellationToken);
        await db.Database.CloseConnectionAsync();
    }
}
