namespace LabsToGo.Api.Edge.RateLimits;

/// <summary>
/// At most so many in any minute, by a sliding count: those of this minute, and of the minute before as much as still lies in the last sixty seconds.
/// </summary>
internal readonly record struct RateLimit(int PerMinute)
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>The same arithmetic stands in the script of <see cref="SharedCounts"/>.</summary>
    /// <param name="count">In this window.</param>
    /// <param name="before">In the window before it.</param>
    /// <param name="passed">Of this window, 0 to 1.</param>
    /// <returns>How long to wait; zero when one more may pass.</returns>
    public TimeSpan Wait(int count, int before, double passed)
    {
        if ((before * (1 - passed)) + count + 1 <= PerMinute)
            return TimeSpan.Zero;
        var opens = count + 1 <= PerMinute ? 1 - ((double)(PerMinute - count - 1) / before) : 1 + (1.0 / PerMinute);
        return Window * (opens - passed);
    }
}
