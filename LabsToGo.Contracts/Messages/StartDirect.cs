namespace LabsToGo.Contracts.Messages;

/// <summary>Plan this campaign to one patient, which is done in a moment: it must not wait behind those that take long.</summary>
public sealed record StartDirect(Guid OrganizationId, Guid CampaignId);
