using System.Text.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Domain;
using LabsToGo.Domain.Patients;
using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.Api.Patients.Imports.Reviewing;

/// <summary>The columns of a file that was looked through, as they are kept with the import, and what is still to be said of them.</summary>
internal static class ReviewedColumns
{
    public static IReadOnlyList<ReviewedColumn> Of(ColumnMap columns, UnclearWords words) =>
    [
        .. columns.Headers.Select((header, at) => new ReviewedColumn(
            header, columns.FieldOf(at), columns.Unclear.TryGetValue(at, out var question) ? question : null, words.In(at, columns))),
    ];

    public static IReadOnlyList<ReviewedColumn> In(PatientImport import) =>
        JsonSerializer.Deserialize<List<ReviewedColumn>>(import.Columns, ContractJson.Options) ?? [];

    /// <returns>Null when all is said.</returns>
    public static string? Obstacle(IReadOnlyList<ReviewedColumn> columns)
    {
        if (!columns.Any(column => column.Field == PatientField.Phone))
            return "Choose the column that holds the phone number.";
        foreach (var column in columns)
        {
            if (column.Question is not null)
                return $"Say what is in the column \"{column.Header}\".";
            if (column.UnclearWords.FirstOrDefault(word => word.Meaning is null) is { } unclear)
                return $"Say what \"{unclear.Word}\" means in the column \"{column.Header}\".";
        }
        return null;
    }

    /// <exception cref="DomainException">There is something to be said first.</exception>
    public static void RequireAnswered(PatientImport import)
    {
        if (Obstacle(In(import)) is { } obstacle)
            throw new DomainException(obstacle);
    }
}
