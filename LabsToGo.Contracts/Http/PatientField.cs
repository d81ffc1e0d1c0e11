namespace LabsToGo.Contracts.Http;

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

    /// <summary>A "yes", or a date, says that the patient has died.</summary>
    Deceased,

    /// <summary>Of the patient, where it says "deceased" or "do not contact".</summary>
    Status,
}
