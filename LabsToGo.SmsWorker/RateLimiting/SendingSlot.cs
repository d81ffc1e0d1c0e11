namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>A moment at which one sender may hand segments over.</summary>
/// <param name="SegmentsPerSecond">The sender's rate.</param>
/// <param name="Permits">Segments.</param>
/// <param name="OpensAt">By this machine's monotonic clock, in its ticks.</param>
internal sealed record SendingSlot(Guid SenderId, double SegmentsPerSecond, int Permits, long OpensAt);
