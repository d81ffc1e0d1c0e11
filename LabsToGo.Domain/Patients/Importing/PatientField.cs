namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What a column of an imported file can hold.</summary>
public enum PatientField
{
    Phone,
    FirstName,
    LastName,
    FullName,
    DateOfBirth,
    City,
    State,
    PostalCode,
    TimeZone,
    ExternalId,
    Consent,

    /// <summary>The opposite of <see cref="Consent"/>: a "yes" forbids texts.</summary>
    OptOut,
}
