namespace LabsToGo.SmsWorker.Sending;

/// <summary>The result of one claim.</summary>
/// <param name="AttemptId">What the rows' outcomes must be recorded under.</param>
/// <param name="Tries">POSTs that each row has behind it.</param>
/// <param name="Rest">The batch of the rows that did not fit into the permits: to be claimed next. Null when all did.</param>
internal sealed record Claim(Guid BatchId, Guid AttemptId, int Tries, IReadOnlyList<ClaimedMessage> Messages, ClaimRest? Rest);
