using System.Collections.Concurrent;
using System.Globalization;
using LabsToGo.Domain.Senders;
using StackExchange.Redis;

namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>
/// Holds every sender to its segments per second across all workers (G5): one theoretical arrival time per sender in Redis (GCRA, ITU-T I.371), by Redis's own clock.
/// Slots are taken a few segments at a time and spaced evenly, never saved up, and one that was missed is not used: what leaves late would leave together with what
/// follows. While Redis is away nothing is permitted.
/// </summary>
internal sealed partial class SenderRateLimiter(IConnectionMultiplexer redis, TimeProvider time, ILogger<SenderRateLimiter> logger)
{
    /// <summary>
    /// The share of the rate that is used. No second of ours holds more than this share times (1 s + <see cref="Tolerance"/>), and one slot: 0.943 of the rate.
    /// The rest is for what the network delays.
    /// </summary>
    private const double Margin = 0.9;

    /// <summary>A slot that opened longer ago is over.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(25);

    /// <summary>Time for the claim, so that it is done when the slot opens.</summary>
    private static readonly TimeSpan Lead = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan LongestAhead = TimeSpan.FromMilliseconds(100);

    /// <summary>Exchanges that a slow Redis gets to place a slot.</summary>
    private const int MostTries = 20;

    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>
    /// Takes the next slot, so many microseconds long, not before so many microseconds from now; answers Redis's time and the slot's opening.
    /// A sender without a memory (never used, idle, Redis flushed) begins after a pause that is longer than slots are ever taken ahead.
    /// </summary>
    private const string TakeScript =
        """
        local clock = redis.call('TIME')
        local now = clock[1] * 1000000 + clock[2]
        local free = redis.call('GET', KEYS[1])
        local start = free and math.max(now + ARGV[2], tonumber(free)) or now + 200000
        redis.call('SET', KEYS[1], string.format('%.0f', start + ARGV[1]), 'PX', math.ceil((start - now + ARGV[1]) / 1000) + 60000)
        return { string.format('%.0f', now), string.format('%.0f', start) }
        """;

    /// <summary>Moves the end of the last slot: back for permits that were not used, on for a message with more segments than were taken.</summary>
    private const string SettleScript =
        """
        local free = redis.call('GET', KEYS[1])
        if free then redis.call('SET', KEYS[1], string.format('%.0f', free + ARGV[1]), 'KEEPTTL') end
        """;

    private readonly ConcurrentDictionary<Guid, SemaphoreSlim> _turns = new();

    private readonly RedisClock _clock = new(time);

    /// <summary>Takes the sender's next slot and waits until just before it opens. One at a time, so that a worker holds no long row of slots.</summary>
    /// <param name="segmentsPerSecond">The sender's rate.</param>
    /// <param name="wanted">Segments that could be used.</param>
    public async Task<SendingSlot> ReserveAsync(Guid senderId, double segmentsPerSecond, int wanted, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(senderId, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        try
        {
            var slot = await TakeAsync(senderId, segmentsPerSecond, Math.Min(SendingSlots.Segments(segmentsPerSecond), wanted), TimeSpan.Zero, cancellationToken);
            await WaitUntilAsync(slot.OpensAt, Lead, cancellationToken);
            return slot;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Waits for the slot to open, or for another when this one was missed. On true the segments must leave at once.</summary>
    /// <param name="segments">What really is to leave, at least 1.</param>
    /// <param name="patience">Ticks of the monotonic clock after which it is too late.</param>
    public async Task<bool> EnterAsync(SendingSlot slot, int segments, long patience, CancellationToken cancellationToken)
    {
        var current = slot;
        while (current.OpensAt < patience && time.GetTimestamp() < patience)
        {
            await WaitUntilAsync(current.OpensAt, TimeSpan.Zero, cancellationToken);
            var late = time.GetElapsedTime(current.OpensAt);
            if (late <= Tolerance)
            {
                if (segments != current.Permits)
                    await SettleAsync(current, segments);
                return true;
            }
            // A machine that was late once will be late again: the next slot lies as far ahead.
            current = await TakeAsync(slot.SenderId, slot.SegmentsPerSecond, segments, late < LongestAhead ? late : LongestAhead, cancellationToken);
        }
        return false;
    }

    /// <summary>Makes the account right once it is known how many segments really leave.</summary>
    public async Task SettleAsync(SendingSlot slot, int used)
    {
        try
        {
            await redis.GetDatabase().ScriptEvaluateAsync(
                SettleScript, [Key(slot.SenderId)], [Microseconds(used - slot.Permits, slot.SegmentsPerSecond)], CommandFlags.FireAndForget);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            Log.NotSettled(logger, exception.Message);
        }
    }

    private async Task<SendingSlot> TakeAsync(Guid senderId, double segmentsPerSecond, int permits, TimeSpan ahead, CancellationToken cancellationToken)
    {
        RedisValue[] arguments = [Microseconds(permits, segmentsPerSecond), ahead.TotalMicroseconds.ToString("F0", CultureInfo.InvariantCulture)];
        for (var tries = 1; ; tries++)
        {
            try
            {
                var asked = time.GetTimestamp();
                var answer = (string[])(await redis.GetDatabase().ScriptEvaluateAsync(TakeScript, [Key(senderId)], arguments))!;
                _clock.Learn(asked, time.GetTimestamp(), Parse(answer[0]));
                // A slot that can't be placed in our own time is given up: used at the wrong moment it would meet another's.
                if (!_clock.IsSure && tries < MostTries)
                    continue;
                return new SendingSlot(senderId, segmentsPerSecond, permits, _clock.Ticks(Parse(answer[1])));
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                Log.Waiting(logger, exception.Message);
                await Task.Delay(RetryInterval, time, cancellationToken);
            }
        }
    }

    private async Task WaitUntilAsync(long ticks, TimeSpan before, CancellationToken cancellationToken)
    {
        var wait = time.GetElapsedTime(time.GetTimestamp(), ticks) - before;
        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
    }

    private static RedisKey Key(Guid senderId) => $"labstogo:sender:{senderId}";

    private static double Parse(string microseconds) => double.Parse(microseconds, CultureInfo.InvariantCulture);

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
