using System.Globalization;
using System.Text;
using CsvHelper;
using LabsToGo.Api.Patients.Imports.Reading;
using LabsToGo.Data;
using LabsToGo.Domain;
using LabsToGo.Domain.Patients.Importing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Patients.Imports;

/// <summary>
/// The refused rows as they stood in the file, each with its reason: to be corrected and imported again. Read from the kept file whenever somebody asks, so
/// that no second copy of patients' data lies about.
/// </summary>
internal static class RejectedRowsFile
{
    public static async Task<Results<PushStreamHttpResult, NotFound>> HandleAsync(
        Guid id, LabsToGoDbContext db, ImportFiles files, CancellationToken cancellationToken)
    {
        if (await ImportReading.FindAsync(id, db, cancellationToken) is not { } import)
            return TypedResults.NotFound();
        var reasons = await db.PatientImportErrors.AsNoTracking()
            .Where(error => error.ImportId == id && error.Refused)
            .Select(error => new { error.Line, error.Column, error.Reason })
            .ToListAsync(cancellationToken);
        Stream stored;
        try
        {
            stored = await files.OpenAsync(id, cancellationToken);
        }
        catch (ImportRefusedException gone)
        {
            throw new DomainException(gone.Message);
        }
        var byLine = reasons.GroupBy(error => error.Line)
            .ToDictionary(line => line.Key, line => string.Join(" ", line.Select(error => $"{error.Column}: {error.Reason}")));
        return TypedResults.Stream(
            output => WriteAsync(stored, byLine, output, cancellationToken), "text/csv; charset=utf-8", $"rejected-rows-{import.Id}.csv");
    }

    private static async Task WriteAsync(Stream stored, Dictionary<long, string> reasons, Stream output, CancellationToken cancellationToken)
    {
        await using (stored)
        {
            using var file = await ImportFile.OpenAsync(stored, cancellationToken);
            // With a byte order mark, without which Excel takes it for an older encoding.
            await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
            var passed = Enumerable.Range(0, file.Headers.Count).Where(column => RejectColumns.Is(file.Headers[column])).ToHashSet();
            await WriteRowAsync(writer, [RejectColumns.Line, RejectColumns.Reason, .. file.Headers.Where(header => !RejectColumns.Is(header))]);
            while (reasons.Count > 0 && await NextAsync(file, cancellationToken))
            {
                if (!reasons.Remove(file.Csv.LineNumber, out var reason))
                    continue;
                // A row can have more cells than there are columns: that may be what is wrong with it.
                var cells = Enumerable.Range(0, file.Csv.FieldCount).Where(column => !passed.Contains(column)).Select(file.Csv.GetString);
                await WriteRowAsync(writer, [file.Csv.LineNumber.ToString(CultureInfo.InvariantCulture), reason, .. cells]);
            }
        }
    }

    /// <summary>Where the file can't be read any further the import has ended, too.</summary>
    private static async Task<bool> NextAsync(ImportFile file, CancellationToken cancellationToken)
    {
        try
        {
            return await file.Csv.ReadAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is ImportRefusedException or CsvFormatException)
        {
            return false;
        }
    }

    private static Task WriteRowAsync(StreamWriter writer, IEnumerable<string> cells) =>
        writer.WriteAsync($"{string.Join(',', cells.Select(CsvCell.Of))}\r\n");
}
