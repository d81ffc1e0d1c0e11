namespace LabsToGo.Api.Edge.RateLimits;

/// <summary>One count of this process alone, for while Redis is away.</summary>
internal sealed class LocalCount
{
    private readonly Lock gate = new();

    private long window;
    private int count, before;

    /// <returns>How long to wait; zero when it was counted.</returns>
    public TimeSpan Take(RateLimit limit, DateTimeOffset now)
    {
        var (at, rest) = Math.DivRem(now.ToUnixTimeMilliseconds(), (long)RateLimit.Window.TotalMilliseconds);
        lock (gate)
        {
            if (at != window)
                (window, before, count) = (at, at == window + 1 ? count : 0, 0);
            var wait = limit.Wait(count, before, rest / RateLimit.Window.TotalMilliseconds);
            if (wait == TimeSpan.Zero)
                count++;
            return wait;
        }
    }
}
