using System.Diagnostics;
using System.Threading.RateLimiting;
using OpenTelemetry.Trace;

namespace LabsToGo.ServiceDefaults;

/// <summary>
/// Which new traces are kept; what belongs to a trace shares its fate, in whichever process it runs. A campaign of 50,000 would otherwise make 5,000 traces of
/// its batches and 150,000 of their callbacks, and a loop that asks whether there is work some hundred a second.
/// </summary>
internal sealed class RootSampler : Sampler, IDisposable
{
    private static readonly SamplingResult Kept = new(SamplingDecision.RecordAndSample), Dropped = new(SamplingDecision.Drop);

    /// <summary>Of what there are many a second, a few are kept: all of a small campaign, and in a large one some of every second.</summary>
    private readonly Dictionary<string, RateLimiter> _many = new()
    {
        [Telemetry.HandOut] = Limiter(atOnce: 20, perSecond: 2),
        [Telemetry.Callback] = Limiter(atOnce: 120, perSecond: 12),
    };

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        // A statement, a command or a request that belongs to nothing is one of a loop's, or a health check's.
        if (samplingParameters.Kind is ActivityKind.Client)
            return Dropped;
        if (!_many.TryGetValue(samplingParameters.Name, out var limiter))
            return Kept;
        using var lease = limiter.AttemptAcquire();
        return lease.IsAcquired ? Kept : Dropped;
    }

    public void Dispose()
    {
        foreach (var limiter in _many.Values)
            limiter.Dispose();
    }

    private static TokenBucketRateLimiter Limiter(int atOnce, int perSecond) =>
        new(new() { TokenLimit = atOnce, TokensPerPeriod = perSecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 });
}
