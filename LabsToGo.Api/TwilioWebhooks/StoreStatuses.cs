using LabsToGo.Data.Following;

namespace LabsToGo.Api.TwilioWebhooks;

/// <summary>Makes an organization's callbacks durable, all of them or none, and says so to whoever watches.</summary>
internal delegate Task StoreStatuses(Guid organizationId, IReadOnlyList<StatusUpdate> updates, CancellationToken cancellationToken);
