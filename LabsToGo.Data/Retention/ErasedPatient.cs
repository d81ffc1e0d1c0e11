namespace LabsToGo.Data.Retention;

/// <summary>A patient who was erased, and of whom something may be left.</summary>
public readonly record struct ErasedPatient(Guid Id, Guid OrganizationId);
