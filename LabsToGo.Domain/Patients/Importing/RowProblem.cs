namespace LabsToGo.Domain.Patients.Importing;

/// <summary>What is wrong with a row. The reason never quotes it.</summary>
/// <param name="Refused">False for a remark on a row that was taken: without one value, or beside somebody similar.</param>
public readonly record struct RowProblem(long Line, string Column, string Reason, bool Refused);
