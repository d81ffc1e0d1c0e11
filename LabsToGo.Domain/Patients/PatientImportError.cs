namespace LabsToGo.Domain.Patients;

/// <summary>
/// A row that an import refused, or a remark on one that it took. The row's own text is not kept here: the person who uploaded the file has it.
/// </summary>
public sealed class PatientImportError
{
    public required Guid ImportId { get; init; }

    /// <summary>Counts the errors of one import from 1, and orders them.</summary>
    public required long Number { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>Where the row begins in the file, counted from 1.</summary>
    public required long Line { get; init; }

    public required string Column { get; init; }

    public required string Reason { get; init; }

    /// <summary>False when the row was taken.</summary>
    public required bool Refused { get; init; }
}
