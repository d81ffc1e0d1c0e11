namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>
/// Translates Redis's clock into this machine's monotonic one. Of each exchange we know only that Redis looked at its clock somewhere between question and answer;
/// the quickest exchange of late tells the most (as in NTP, RFC 5905 section 10).
/// </summary>
internal sealed class RedisClock(TimeProvider time)
{
    private static readonly TimeSpan Trust = TimeSpan.FromSeconds(10);

    private const double SureMicroseconds = 4000;

    private readonly Lock _gate = new();

    private double _offset;
    private double _doubt = double.MaxValue;
    private long _learnedAt;

    /// <param name="asked">Our ticks before the question.</param>
    /// <param name="answered">Our ticks after the answer.</param>
    /// <param name="redis">What Redis's clock said, in microseconds.</param>
    public void Learn(long asked, long answered, double redis)
    {
        var (from, to) = (Microseconds(asked), Microseconds(answered));
        var doubt = (to - from) / 2;
        var offset = (from + to) / 2 - redis;
        lock (_gate)
        {
            // Farther apart than both exchanges can explain: another server answers, or its clock was set.
            var jumped = Math.Abs(offset - _offset) > doubt + _doubt + 1000;
            if (doubt > _doubt && !jumped && time.GetElapsedTime(_learnedAt, answered) < Trust)
                return;
            (_offset, _doubt, _learnedAt) = (offset, doubt, answered);
        }
    }

    /// <summary>Whether it is known to a few milliseconds: a process that just started needs a quick exchange first.</summary>
    public bool IsSure
    {
        get
        {
            lock (_gate)
                return _doubt < SureMicroseconds;
        }
    }

    /// <returns>Our ticks at that moment of Redis's clock.</returns>
    public long Ticks(double redis)
    {
        lock (_gate)
            return (long)((redis + _offset) * time.TimestampFrequency / 1_000_000);
    }

    private double Microseconds(long ticks) => ticks * 1_000_000.0 / time.TimestampFrequency;
}
