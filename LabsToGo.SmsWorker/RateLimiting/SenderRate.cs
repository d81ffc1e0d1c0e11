using LabsToGo.Domain.Senders;

namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>What one sender may send.</summary>
/// <param name="SegmentsPerSecond">Above 0.</param>
/// <param name="Share">Of the rate that is used now, above 0 and at most 1: less while Twilio throttles us.</param>
internal readonly record struct SenderRate(Guid SenderId, double SegmentsPerSecond, double Share)
{
    /// <summary>Slots are this part of the window's average apart, so that the window is only full when something is slow.</summary>
    private const double Pace = 0.97;

    public SendingWindow Window { get; } = SendingWindow.Of(SegmentsPerSecond);

    /// <summary>From one slot's opening to the next one's.</summary>
    public TimeSpan Spacing(int segments) => Window.Length * (segments / (Window.Segments * Pace * Share));

    /// <summary>How long so many segments stay in the window after they arrived.</summary>
    public TimeSpan Stay(int segments) => Window.Length * Math.Max(1, (double)segments / Window.Segments);
}
