namespace LabsToGo.Data.Planning;

/// <summary>A number that rows are planned for.</summary>
public sealed record PlanSender(Guid Id, double SegmentsPerSecond);
