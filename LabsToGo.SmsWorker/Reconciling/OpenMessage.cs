using LabsToGo.Domain.Privacy;

namespace LabsToGo.SmsWorker.Reconciling;

/// <summary>A row whose POST may or may not have been accepted, and what Twilio's list is compared with.</summary>
internal sealed record OpenMessage(Guid Id, Guid OrganizationId, Guid AttemptId, string From, Sensitive To, Sensitive Body, DateTimeOffset AttemptedAt);
