using System.Threading.RateLimiting;

namespace LabsToGo.Api.Edge.RateLimits;

/// <summary>One partition of ASP.NET Core's rate limiter, counted in <see cref="SharedCounts"/>.</summary>
internal sealed class SharedRateLimiter(SharedCounts counts, string name, RateLimit limit, TimeProvider time) : RateLimiter
{
    private static readonly Lease Passed = new(TimeSpan.Zero), Unasked = new(RateLimit.Window);

    private readonly LocalCount _local = new();

    private long _usedAt = time.GetTimestamp();

    /// <summary>After this the partition is forgotten; the count is in Redis.</summary>
    public override TimeSpan? IdleDuration => time.GetElapsedTime(Volatile.Read(ref _usedAt));

    public override RateLimiterStatistics? GetStatistics() => null;

    /// <summary>The middleware asks so first. Redis can't be asked without waiting, so this says no, and it comes again by the other way.</summary>
    protected override RateLimitLease AttemptAcquireCore(int permitCount) => Unasked;

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _usedAt, time.GetTimestamp());
        var wait = await counts.TakeAsync(name, limit, _local);
        return wait == TimeSpan.Zero ? Passed : new Lease(wait);
    }

    private sealed class Lease(TimeSpan wait) : RateLimitLease
    {
        public override bool IsAcquired => wait == TimeSpan.Zero;

        public override IEnumerable<string> MetadataNames => IsAcquired ? [] : [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = wait;
            return !IsAcquired && metadataName == MetadataName.RetryAfter.Name;
        }
    }
}
