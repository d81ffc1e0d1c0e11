using System.Globalization;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Components.Pages.Patients;

/// <summary>A patient while it is typed.</summary>
public sealed class PatientInput
{
    public string FirstName { get; set; } = "";
    public string LastName { get; set; } = "";
    public string Phone { get; set; } = "";

    /// <summary>As a date input gives it: <c>yyyy-MM-dd</c>, or empty.</summary>
    public string? DateOfBirth { get; set; }
    public string? ExternalId { get; set; }
    public string? City { get; set; }
    public string? State { get; set; }
    public string? PostalCode { get; set; }
    public string? TimeZone { get; set; }
    public bool ConsentGiven { get; set; }
    public bool Deceased { get; set; }

    public static PatientInput From(PatientResponse patient) => new()
    {
        FirstName = patient.FirstName,
        LastName = patient.LastName,
        Phone = patient.Phone,
        DateOfBirth = patient.DateOfBirth?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ExternalId = patient.ExternalId,
        City = patient.City,
        State = patient.State,
        PostalCode = patient.PostalCode,
        TimeZone = patient.TimeZone,
        Deceased = patient.Deceased,
    };

    public PatientRequest ToRequest() => new(
        Given(ExternalId),
        FirstName.Trim(),
        LastName.Trim(),
        Phone.Trim(),
        DateOnly.TryParseExact(DateOfBirth, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var born) ? born : null,
        Given(City),
        Given(State),
        Given(PostalCode),
        Given(TimeZone),
        ConsentGiven,
        Deceased);

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
