using LabsToGo.Api.Patients.Imports.Reading;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using LabsToGo.Domain.Patients;
using LabsToGo.Domain.Patients.Importing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Patients.Imports.Reviewing;

internal static class ReviewReading
{
    private const int RowsShown = 5, LongestCell = 60;

    public static async Task<Results<Ok<ImportReviewResponse>, NotFound>> GetAsync(
        Guid id, LabsToGoDbContext db, ImportFiles files, ImportLayouts layouts, CancellationToken cancellationToken) =>
        await ImportReading.FindAsync(id, db, cancellationToken) is { } import
            ? TypedResults.Ok(await ShowAsync(import, files, layouts, cancellationToken))
            : TypedResults.NotFound();

    public static async Task<ImportReviewResponse> ShowAsync(
        PatientImport import, ImportFiles files, ImportLayouts layouts, CancellationToken cancellationToken)
    {
        if (import.Status != ImportStatus.InReview)
            throw new DomainException("This import is not waiting to be started.");
        var columns = ReviewedColumns.In(import);
        await using var stored = await OpenAsync();
        using var file = await ImportFile.OpenAsync(stored, cancellationToken);
        return new ImportReviewResponse(
            import.ToResponse(),
            columns,
            [.. file.FirstRows.Take(RowsShown).Select(row => row.Select(cell => StorableText.Of(cell, LongestCell)).ToList())],
            await layouts.FindAsync(import.OrganizationId, file.Headers, cancellationToken) is not null,
            ReviewedColumns.Obstacle(columns));

        async Task<Stream> OpenAsync()
        {
            try
            {
                return await files.OpenAsync(import.Id, cancellationToken);
            }
            catch (ImportRefusedException gone)
            {
                throw new DomainException(gone.Message);
            }
        }
    }
}
