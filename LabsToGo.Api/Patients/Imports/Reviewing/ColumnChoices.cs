using LabsToGo.Api.Errors;
using LabsToGo.Contracts.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace LabsToGo.Api.Patients.Imports.Reviewing;

/// <summary>What somebody says of the columns of a file, checked.</summary>
internal static class ColumnChoices
{
    /// <returns>Null when it can be so.</returns>
    public static ValidationProblem? Problem(IReadOnlyList<ColumnChoice> choices, IReadOnlyList<ReviewedColumn> columns)
    {
        if (choices.Count != columns.Count)
            return FieldErrors.Of(
                "columns", $"The file has {columns.Count} columns, but {choices.Count} were given. Give one entry per column, in their order.");
        var taken = new Dictionary<PatientField, string>();
        for (var at = 0; at < choices.Count; at++)
        {
            if (choices[at].Field is not { } field || MayBeSeveral(field))
                continue;
            if (!taken.TryAdd(field, columns[at].Header))
                return FieldErrors.Of(
                    $"columns[{at}].field", $"The columns \"{taken[field]}\" and \"{columns[at].Header}\" can't both be it. Choose one of the two.");
        }
        return taken.ContainsKey(PatientField.Phone) ? null : FieldErrors.Of("columns", "Choose the column that holds the phone number.");
    }

    private static bool MayBeSeveral(PatientField field) =>
        field is PatientField.Consent or PatientField.OptOut or PatientField.Deceased or PatientField.Status;
}
