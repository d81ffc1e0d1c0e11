namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>A row of which a callback is overdue.</summary>
internal sealed record SilentMessage(Guid Id, Guid OrganizationId, Guid CampaignId, string ProviderSid);
