namespace LabsToGo.Data.Planning;

/// <summary>Every patient of the audience up to this id has a row. <see cref="Guid.Empty"/> before the first one.</summary>
public readonly record struct PlanPosition(Guid LastPatientId);
