using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>A cell's text before it is understood, cleaned as its field needs it.</summary>
internal static class FieldText
{
    /// <param name="cell">As it stands in the file.</param>
    public static string Of(PatientField field, string cell) => field switch
    {
        PatientField.FirstName or PatientField.LastName or PatientField.FullName => CellText.CleanName(cell),
        PatientField.ExternalId or PatientField.PostalCode => CellText.CleanKey(cell),
        PatientField.Phone or PatientField.Consent or PatientField.OptOut or PatientField.Deceased or PatientField.Status => CellText.Clean(cell),
        _ => CellText.CleanValue(cell),
    };

    /// <param name="most">In characters.</param>
    /// <returns>Why it can't be kept; null when it can.</returns>
    public static string? Problem(string text, int most)
    {
        if (text.Length > most)
            return $"The value is longer than {most} letters.";
        foreach (var character in text)
        {
            if (char.IsControl(character))
                return "The value has a line break or an invisible control character in it. Is a quotation mark not closed?";
        }
        return null;
    }
}
