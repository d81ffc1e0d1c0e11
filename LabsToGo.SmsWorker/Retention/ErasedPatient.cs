namespace LabsToGo.SmsWorker.Retention;

/// <summary>A patient who was erased, and of whom something may be left.</summary>
internal sealed record ErasedPatient(Guid Id, Guid OrganizationId);
