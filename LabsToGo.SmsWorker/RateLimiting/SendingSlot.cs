namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>Segments of one sender that may leave, and a moment for it. It counts as under way until it is settled.</summary>
/// <param name="Lease">Its name in Redis; null for a slot that was given without Redis.</param>
/// <param name="OpensAt">By this machine's monotonic clock, in its ticks.</param>
internal sealed record SendingSlot(SenderRate Sender, string? Lease, int Segments, long OpensAt);
