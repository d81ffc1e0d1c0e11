namespace LabsToGo.Data.Sending;

/// <summary>The result of one claim.</summary>
/// <param name="AttemptId">What the rows' outcomes must be recorded under.</param>
/// <param name="Left">Rows that were due but did not fit into the permits: to be claimed again.</param>
public sealed record Claim(Guid AttemptId, IReadOnlyList<ClaimedMessage> Messages, IReadOnlyList<Guid> Left);
