namespace LabsToGo.Data.Dispatching;

/// <summary>The batches of one campaign that leave by one sender: what the dispatcher shares a sender's rate among.</summary>
public sealed record SendingLane(Guid OrganizationId, Guid CampaignId, Guid SenderId, double SegmentsPerSecond, string? TraceParent);
