namespace LabsToGo.CampaignWorker.Dispatching;

/// <summary>A batch that was just taken from its lane, to be given to the workers.</summary>
internal sealed record HandedBatch(Guid Id, int Segments);
