namespace LabsToGo.CampaignWorker.Planning;

/// <summary>A number that rows are planned for.</summary>
internal sealed record PlanSender(Guid Id, double SegmentsPerSecond);
