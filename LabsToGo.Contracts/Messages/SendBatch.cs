namespace LabsToGo.Contracts.Messages;

/// <summary>
/// Send this batch of one sender, as far as it is still due: ids only, since texts and numbers never pass the broker.
/// May arrive any number of times; the claim decides.
/// </summary>
/// <param name="SegmentsPerSecond">The sender's rate when the batch was handed out.</param>
/// <param name="Segments">Of all its texts together.</param>
public sealed record SendBatch(Guid OrganizationId, Guid CampaignId, Guid SenderId, double SegmentsPerSecond, Guid BatchId, int Segments);
