namespace LabsToGo.Data.Reconciling;

/// <summary>A row of which a callback is overdue.</summary>
public sealed record SilentMessage(Guid Id, Guid OrganizationId, Guid CampaignId, string ProviderSid);
