namespace LabsToGo.SmsWorker.Sending;

/// <summary>A batch that was split off.</summary>
/// <param name="Least">Segments of its first row: a slot with fewer would take none of it.</param>
internal sealed record ClaimRest(Guid BatchId, int Segments, int Least);
