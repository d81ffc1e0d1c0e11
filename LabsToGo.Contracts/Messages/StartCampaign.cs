namespace LabsToGo.Contracts.Messages;

/// <summary>Plan this campaign. The campaign's row is the outbox: a sweeper sends it again while the row says <c>queued</c>.</summary>
public sealed record StartCampaign(Guid OrganizationId, Guid CampaignId);
