namespace LabsToGo.Data.Sending;

/// <summary>A batch that was split off.</summary>
public sealed record ClaimRest(Guid BatchId, int Segments);
