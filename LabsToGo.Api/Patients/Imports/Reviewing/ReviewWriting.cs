using System.Security.Claims;
using LabsToGo.Api.Accounts;
using LabsToGo.Api.Patients.Imports.Reading;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Patients.Imports.Reviewing;

internal static class ReviewWriting
{
    /// <summary>Says what is in the columns, and looks the file through again.</summary>
    public static async Task<Results<Ok<ImportReviewResponse>, NotFound, ValidationProblem>> ChooseColumnsAsync(
        Guid id, ImportColumnsRequest request, ClaimsPrincipal caller, LabsToGoDbContext db, ImportRunner runner, ImportFiles files, ImportLayouts layouts,
        ImportReview review, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await ImportReading.FindAsync(id, db, cancellationToken) is not { } import)
            return TypedResults.NotFound();
        if (import.Status == ImportStatus.InReview && ColumnChoices.Problem(request.Columns, ReviewedColumns.In(import)) is { } problem)
            return problem;
        var taken = await runner.RunAsync(
            caller.GetOrganizationId(),
            id,
            ImportStatus.InReview,
            async (connection, run) =>
            {
                await using (var stored = await files.OpenAsync(id, CancellationToken.None))
                using (var file = await ImportFile.OpenAsync(stored, CancellationToken.None))
                    await layouts.SaveAsync(
                        run.OrganizationId, caller.GetUserId(), file.Headers, request.Columns, time.GetUtcNow(), CancellationToken.None);
                return await review.LookThroughAsync(connection, run);
            },
            cancellationToken);
        if (!taken)
            throw new DomainException("This import is not waiting to be started.");
        return await ImportReading.FindAsync(id, db, cancellationToken) is { } looked
            ? TypedResults.Ok(await ReviewReading.ShowAsync(looked, files, layouts, cancellationToken))
            : TypedResults.NotFound();
    }
}
