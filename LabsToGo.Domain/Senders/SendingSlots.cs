namespace LabsToGo.Domain.Senders;

/// <summary>How much of one sender leaves at once: batches are made so that one fills a slot.</summary>
public static class SendingSlots
{
    /// <summary>Rows that share one claim and one record, however fast the sender is.</summary>
    public const int MaxMessages = 200;

    /// <summary>One slot is at most this many seconds' worth.</summary>
    internal const double Seconds = 0.02;

    /// <returns>Segments, at least 1.</returns>
    public static int Segments(double segmentsPerSecond) => Math.Max(1, (int)(segmentsPerSecond * Seconds));
}
