namespace LabsToGo.Contracts.Messages;

/// <summary>
/// Send these rows of one sender, as far as they are still due: ids only, since texts and numbers never pass the broker.
/// May arrive any number of times; the claim decides.
/// </summary>
/// <param name="SegmentsPerSecond">The sender's rate when the batch was handed out.</param>
public sealed record SendBatch(Guid OrganizationId, Guid CampaignId, Guid SenderId, double SegmentsPerSecond, IReadOnlyList<Guid> MessageIds);
