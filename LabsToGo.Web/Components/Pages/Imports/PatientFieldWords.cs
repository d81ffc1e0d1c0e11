using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Pages.Imports;

/// <summary>What may be in a column, for people.</summary>
internal static class PatientFieldWords
{
    public static IReadOnlyList<(PatientField Field, string Words)> All { get; } =
    [
        (PatientField.Phone, "mobile phone"),
        (PatientField.FirstName, "first name"),
        (PatientField.LastName, "last name"),
        (PatientField.FullName, "full name"),
        (PatientField.DateOfBirth, "date of birth"),
        (PatientField.ExternalId, "patient number"),
        (PatientField.City, "city"),
        (PatientField.State, "state"),
        (PatientField.PostalCode, "ZIP code"),
        (PatientField.TimeZone, "time zone"),
        (PatientField.Consent, "consent (yes allows texts)"),
        (PatientField.OptOut, "opt-out (yes forbids texts)"),
        (PatientField.Deceased, "has died"),
        (PatientField.Status, "status (where it says deceased, or do not contact)"),
    ];

    public static string Of(PatientField field) => All.First(entry => entry.Field == field).Words;
}
