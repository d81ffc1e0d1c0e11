namespace LabsToGo.CampaignWorker.Planning;

/// <summary>Pending rows of one sender that are to leave together.</summary>
internal sealed record PlannedBatch(Guid SenderId, Guid[] MessageIds, int Segments);
