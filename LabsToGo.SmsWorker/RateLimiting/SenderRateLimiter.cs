using System.Globalization;
using StackExchange.Redis;

namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>
/// Holds every sender to its segments per second across all workers (G5): one theoretical arrival time per sender in Redis (GCRA, ITU-T I.371), by Redis's own clock.
/// Permits are taken a few at a time and spaced evenly, never saved up. While Redis is away nothing is permitted.
/// </summary>
internal sealed partial class SenderRateLimiter(IConnectionMultiplexer redis, TimeProvider time, ILogger<SenderRateLimiter> logger)
{
    /// <summary>The share of the rate that is used: what is spaced evenly here arrives a little unevenly at Twilio.</summary>
    private const double Margin = 0.95;

    /// <summary>Permits taken at once are at most this many seconds' worth.</summary>
    private const double ChunkSeconds = 0.02;

    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Takes the next slot of that many segments, and says how long it is until the slot begins, in microseconds.</summary>
    private const string TakeScript =
        """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000000 + clock[2]
        local free = tonumber(redis.call('GET', KEYS[1]) or '0')
        local start = math.max(now, free)
        redis.call('SET', KEYS[1], string.format('%.0f', start + ARGV[1]), 'PX', math.ceil((start - now + ARGV[1]) / 1000) + 1000)
        return string.format('%.0f', start - now)
        """;

    /// <summary>Moves the end of the last slot: back for permits that were not used, on for a message with more segments than were taken.</summary>
    private const string SettleScript =
        """
        local free = redis.call('GET', KEYS[1])
        if free then redis.call('SET', KEYS[1], string.format('%.0f', free + ARGV[1]), 'KEEPTTL') end
        """;

    /// <summary>Waits for the sender's next slot.</summary>
    /// <param name="segmentsPerSecond">The sender's rate.</param>
    /// <param name="wanted">Segments that could be used.</param>
    /// <returns>How many segments may leave now, at least 1.</returns>
    public async Task<int> AcquireAsync(Guid senderId, double segmentsPerSecond, int wanted, CancellationToken cancellationToken)
    {
        var permits = Math.Clamp((int)(segmentsPerSecond * ChunkSeconds), 1, wanted);
        while (true)
        {
            try
            {
                var wait = (string?)await redis.GetDatabase().ScriptEvaluateAsync(TakeScript, [Key(senderId)], [Microseconds(permits, segmentsPerSecond)]);
                var microseconds = double.Parse(wait!, CultureInfo.InvariantCulture);
                if (microseconds > 0)
                    await Task.Delay(TimeSpan.FromMicroseconds(microseconds), time, cancellationToken);
                return permits;
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                Log.Waiting(logger, exception.Message);
                await Task.Delay(RetryInterval, time, cancellationToken);
            }
        }
    }

    /// <summary>Makes the account right once it is known how many segments really leave.</summary>
    public async Task SettleAsync(Guid senderId, double segmentsPerSecond, int permits, int used)
    {
        if (permits == used)
            return;
        try
        {
            await redis.GetDatabase().ScriptEvaluateAsync(SettleScript, [Key(senderId)], [Microseconds(used - permits, segmentsPerSecond)]);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Log.NotSettled(logger, exception.Message);
        }
    }

    private static RedisKey Key(Guid senderId) => $"labstogo:sender:{senderId}";

    private static RedisValue Microseconds(int segments, double segmentsPerSecond) =>
        (segments * 1_000_000 / (segmentsPerSecond * Margin)).ToString("F0", CultureInfo.InvariantCulture);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Sending waits, because Redis does not grant permits: {Problem}")]
        public static partial void Waiting(ILogger logger, string problem);

        [LoggerMessage(LogLevel.Warning, "Redis did not take a correction of the permits: {Problem}")]
        public static partial void NotSettled(ILogger logger, string problem);
    }
}
