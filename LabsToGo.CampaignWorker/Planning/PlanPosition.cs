namespace LabsToGo.CampaignWorker.Planning;

/// <summary>How far a campaign is planned.</summary>
/// <param name="LastPatientId">Every patient of the audience up to this id has a row. <see cref="Guid.Empty"/> before the first one.</param>
/// <param name="Now">The database's clock: a worker's own may be wrong.</param>
internal readonly record struct PlanPosition(Guid LastPatientId, DateTimeOffset Now);
