namespace LabsToGo.Domain.Patients;

/// <param name="Code">Two upper-case letters.</param>
public readonly record struct UsState(string Code, string Name);
