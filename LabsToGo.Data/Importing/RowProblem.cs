namespace LabsToGo.Data.Importing;

/// <summary>Why a row was refused. The reason never quotes the row.</summary>
internal readonly record struct RowProblem(long Line, string Column, string Reason);
