namespace LabsToGo.Domain.Patients;

/// <summary>What a form or an import says of a patient, already checked and normalised.</summary>
/// <param name="Phone">E.164.</param>
public sealed record PatientDetails(
    string? ExternalId,
    string FirstName,
    string LastName,
    string Phone,
    DateOnly? DateOfBirth,
    string? City,
    string? State,
    string? PostalCode,
    FoundTimeZone TimeZone,
    bool Deceased = false);
