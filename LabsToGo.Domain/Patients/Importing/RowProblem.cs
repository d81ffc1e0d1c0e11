namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What is wrong with a row. The reason never quotes it.</summary>
/// <param name="Refused">False when it was taken without this one value.</param>
public readonly record struct RowProblem(long Line, string Column, string Reason, bool Refused);
