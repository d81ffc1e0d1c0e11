namespace LabsToGo.Api.Edge.RateLimits;

/// <summary>One count of this process alone, for while Redis is away.</summary>
internal sealed class LocalCount
{
    private readonly Lock _gate = new();

    private long _window;
    private int _count, _before;

    /// <returns>How long to wait; zero when it was counted.</returns>
    public TimeSpan Take(RateLimit limit, DateTimeOffset now)
    {
        var (at, rest) = Math.DivRem(now.ToUnixTimeMilliseconds(), (long)RateLimit.Window.TotalMilliseconds);
        lock (_gate)
        {
            if (at != _window)
                (_window, _before, _count) = (at, at == _window + 1 ? _count : 0, 0);
            var wait = limit.Wait(_count, _before, rest / RateLimit.Window.TotalMilliseconds);
            if (wait == TimeSpan.Zero)
                _count++;
            return wait;
        }
    }
}
