namespace LabsToGo.CampaignWorker.Dispatching;

/// <summary>The batches of one campaign that leave by one sender: what the dispatcher shares a sender's rate among.</summary>
/// <param name="Urgent">Somebody waits for it: a reply, a test. It goes before all others.</param>
internal sealed record SendingLane(Guid OrganizationId, Guid CampaignId, Guid SenderId, double SegmentsPerSecond, bool Urgent, string? TraceParent);
