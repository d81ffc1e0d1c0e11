namespace LabsToGo.SmsWorker.Sending;

/// <summary>A batch that was split off.</summary>
internal sealed record ClaimRest(Guid BatchId, int Segments);
