using System.Globalization;
using StackExchange.Redis;

namespace LabsToGo.Api.Edge.RateLimits;

/// <summary>The counts in Redis, by its clock, one for all Api processes. While Redis is away each process counts for itself: never nobody.</summary>
internal sealed partial class SharedCounts(IConnectionMultiplexer redis, TimeProvider time, ILogger<SharedCounts> logger)
{
    /// <summary>The arithmetic of <see cref="RateLimit.Wait"/>. What is refused is not counted. Answers microseconds to wait.</summary>
    private const string TakeScript =
        """
        local length, most = tonumber(ARGV[1]), tonumber(ARGV[2])
        local clock = redis.call('TIME')
        local now = clock[1] * 1000000 + clock[2]
        local window = math.floor(now / length)
        local passed = now / length - window
        local seen = redis.call('HMGET', KEYS[1], 'window', 'count', 'before')
        local count, before = 0, 0
        if tonumber(seen[1] or false) == window then
            count, before = tonumber(seen[2]), tonumber(seen[3])
        elseif tonumber(seen[1] or false) == window - 1 then
            before = tonumber(seen[2])
        end
        if before * (1 - passed) + count + 1 > most then
            local opens = 1 + 1 / most
            if count + 1 <= most then
                opens = 1 - (most - count - 1) / before
            end
            return math.ceil((opens - passed) * length)
        end
        redis.call('HSET', KEYS[1], 'window', string.format('%.0f', window), 'count', count + 1, 'before', before)
        redis.call('PEXPIRE', KEYS[1], math.ceil(length / 500))
        return 0
        """;

    /// <summary>After a failure Redis is left alone for so long: a request does not wait for it each time.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(2);

    private long _restsUntil;

    /// <param name="name">What is counted, and whose.</param>
    /// <param name="local">The same count in this process.</param>
    /// <returns>How long to wait; zero when it was counted.</returns>
    public async Task<TimeSpan> TakeAsync(string name, RateLimit limit, LocalCount local)
    {
        if (time.GetTimestamp() < Volatile.Read(ref _restsUntil))
            return local.Take(limit, time.GetUtcNow());
        try
        {
            var wait = (long)await redis.GetDatabase().ScriptEvaluateAsync(
                TakeScript, [$"labstogo:rate:{name}"], [RateLimit.Window.TotalMicroseconds.ToString("F0", CultureInfo.InvariantCulture), limit.PerMinute]);
            return TimeSpan.FromMicroseconds(wait);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Volatile.Write(ref _restsUntil, time.GetTimestamp() + (long)(Rest.TotalSeconds * time.TimestampFrequency));
            Log.CountsAlone(logger, exception.Message);
            return local.Take(limit, time.GetUtcNow());
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Redis does not count requests, so each Api process counts its own: {Problem}")]
        public static partial void CountsAlone(ILogger logger, string problem);
    }
}
