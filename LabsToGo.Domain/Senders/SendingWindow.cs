namespace LabsToGo.Domain.Senders;

/// <summary>
/// A sender's rate as a sliding window: what is under way or has arrived within <paramref name="Length"/> is never more than <paramref name="Segments"/>.
/// Any one second then holds at most the rate, rounded up to whole segments (G5).
/// </summary>
/// <param name="Segments">For all workers together, by way of Redis; at least 1.</param>
/// <param name="Length">One second, or as much more as a rate that is not whole needs.</param>
/// <param name="WithoutRedis">Segments that are kept back for the one worker that sends while it can't reach Redis: one slot, 0 below 50 segments per
/// second.</param>
public readonly record struct SendingWindow(int Segments, TimeSpan Length, int WithoutRedis)
{
    /// <param name="segmentsPerSecond">Above 0.</param>
    public static SendingWindow Of(double segmentsPerSecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(segmentsPerSecond);
        var whole = (int)Math.Ceiling(segmentsPerSecond);
        var withoutRedis = (int)(segmentsPerSecond * SendingSlots.Seconds);
        return new SendingWindow(whole - withoutRedis, TimeSpan.FromSeconds(whole / segmentsPerSecond), withoutRedis);
    }
}
