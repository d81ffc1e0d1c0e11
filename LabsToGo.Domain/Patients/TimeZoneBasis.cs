namespace LabsToGo.Domain.Patients;

/// <summary>What a patient's time zone is known by, the surer the higher: kept as its number, and what is surer is not replaced by what is less sure.</summary>
public enum TimeZoneBasis : short
{
    Phone = 0,
    State = 1,
    PostalCode = 2,

    /// <summary>Somebody named the zone.</summary>
    Given = 3,
}
