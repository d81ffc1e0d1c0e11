namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>The shortest time of late between a POST and its answer: the part of their way that all POSTs have in common.</summary>
internal sealed class QuickestAnswer(TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(15);

    /// <summary>Fewer answers may all have been slow.</summary>
    private const int Enough = 100;

    private readonly Lock _gate = new();

    private (TimeSpan Quickest, int Answers) _now = (TimeSpan.MaxValue, 0), _before = (TimeSpan.MaxValue, 0);

    private long _since;

    /// <summary>Of the last fifteen to thirty seconds in which something was answered; zero while there were too few answers to tell.</summary>
    public TimeSpan Value
    {
        get
        {
            lock (_gate)
                return _now.Answers + _before.Answers < Enough ? TimeSpan.Zero : _now.Quickest < _before.Quickest ? _now.Quickest : _before.Quickest;
        }
    }

    public void Add(TimeSpan took)
    {
        lock (_gate)
        {
            if (time.GetElapsedTime(_since) > Memory)
                (_before, _now, _since) = (_now, (TimeSpan.MaxValue, 0), time.GetTimestamp());
            _now = (took < _now.Quickest ? took : _now.Quickest, _now.Answers + 1);
        }
    }
}
