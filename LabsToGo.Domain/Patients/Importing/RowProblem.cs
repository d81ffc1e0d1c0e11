namespace LabsToGo.Domain.Patients.Importing;

/// <summary>Why a row was refused. The reason never quotes the row.</summary>
public readonly record struct RowProblem(long Line, string Column, string Reason);
