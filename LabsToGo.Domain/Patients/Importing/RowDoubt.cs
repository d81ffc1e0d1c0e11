namespace LabsToGo.Domain.Patients.Importing;

/// <summary>Why it takes a person to say who a row is about.</summary>
public enum RowDoubt
{
    /// <summary>Whoever has its external id has another name and another birth date.</summary>
    ExternalId,

    /// <summary>Several with its number fit it equally well.</summary>
    Phone,

    /// <summary>It was added, though somebody with its number has the same birth date or name, but not both.</summary>
    Similar,
}
