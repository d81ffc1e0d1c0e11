namespace LabsToGo.Data.Planning;

/// <summary>Pending rows of one sender that are to leave together.</summary>
public sealed record PlannedBatch(Guid SenderId, Guid[] MessageIds, int Segments);
