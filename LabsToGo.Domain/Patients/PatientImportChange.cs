using LabsToGo.Contracts.Http;

namespace LabsToGo.Domain.Patients;

/// <summary>
/// What an import found of a patient whom it changed, so that it can be undone; and whom an undoing left alone, and why. Patients whom it added have a row
/// in the second case only.
/// </summary>
public sealed class PatientImportChange
{
    public required Guid ImportId { get; init; }

    public required Guid PatientId { get; init; }

    public required Guid OrganizationId { get; init; }

    /// <summary>The patient's values before, as JSON by the names of the columns; null when they are not wanted any more.</summary>
    public string? Before { get; init; }

    /// <summary>Null unless the undoing left the patient alone, or will, since there is nobody any more.</summary>
    public ImportKeptReason? Kept { get; init; }
}
