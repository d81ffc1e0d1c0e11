using System.Text;
using LabsToGo.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients.Imports;

/// <summary>The refused rows and the remarks on others as a CSV file for a spreadsheet program, written as they are read from the database.</summary>
internal static class ImportErrorFile
{
    public static async Task<Results<PushStreamHttpResult, NotFound>> HandleAsync(Guid id, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        if (await ImportReading.FindAsync(id, db, cancellationToken) is null)
            return TypedResults.NotFound();
        return TypedResults.Stream(output => WriteAsync(id, db, output, cancellationToken), "text/csv; charset=utf-8", $"import-errors-{id}.csv");
    }

    private static async Task WriteAsync(Guid id, LabsToGoDbContext db, Stream output, CancellationToken cancellationToken)
    {
        // With a byte order mark, without which Excel takes it for an older encoding.
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync("Line,Column,Reason,Row\r\n");
        var errors = db.PatientImportErrors.AsNoTracking().Where(error => error.ImportId == id).OrderBy(error => error.Number).AsAsyncEnumerable();
        await foreach (var error in errors.WithCancellation(cancellationToken))
        {
            var row = error.Refused ? "refused" : "imported";
            await writer.WriteAsync($"{error.Line},{CsvCell.Of(error.Column)},{CsvCell.Of(error.Reason)},{row}\r\n");
        }
    }
}
