using System.Collections.Concurrent;
using LabsToGo.Domain.Senders;
using LabsToGo.SmsWorker.Sending;
using LabsToGo.Twilio;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>
/// Holds every sender to its segments per second across all workers (G5). Slots open evenly spaced, and each stays in the sender's window from before its
/// segments leave until one window's length after they were answered, less the part of the way that all have in common: whenever they arrived in between, no
/// second holds more than the rate. A machine or a network that is late makes it slower, never faster.
/// </summary>
internal sealed partial class SenderRateLimiter(
    IConnectionMultiplexer redis,
    WithoutRedis withoutRedis,
    QuickestAnswer quickest,
    IOptions<TwilioOptions> twilio,
    IOptions<SendingOptions> sending,
    TimeProvider time,
    ILogger<SenderRateLimiter> logger)
{
    /// <summary>A slot is taken so soon before it opens.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(1), LongestWait = TimeSpan.FromMilliseconds(250),
        WithoutRedisWait = TimeSpan.FromMilliseconds(500);

    /// <summary>Longer than a slot can be under way: the wait for its opening, the claim, the POST.</summary>
    private readonly TimeSpan _longestUnderWay = TimeSpan.FromSeconds(twilio.Value.TimeoutSeconds + sending.Value.LeaseSlackSeconds);

    private readonly ConcurrentDictionary<Guid, (SenderTurn Turn, SenderAccount Account)> _senders = new();

    /// <summary>
    /// One of a worker's batches of a sender at a time takes a slot: urgent ones first, then who came first. Give it back as soon as the slot is taken.
    /// </summary>
    public Task<SenderTurn.Holder> TurnAsync(Guid senderId, bool urgent, CancellationToken cancellationToken) =>
        Of(senderId).Turn.TakeAsync(urgent, cancellationToken);

    /// <summary>In the sender's turn: takes its next slot, which opens within the next moment. It must be settled, also when nothing leaves.</summary>
    /// <param name="wanted">Segments that could be used.</param>
    /// <param name="least">Segments that the first message has: the slot is made large enough for it, however slow the sender.</param>
    /// <param name="urgent">Before the other workers' turns, too.</param>
    public Task<SendingSlot> ReserveAsync(SenderRate sender, int wanted, int least, bool urgent, CancellationToken cancellationToken) =>
        TakeAsync(sender, Math.Max(least, Math.Min(SendingSlots.Segments(sender.SegmentsPerSecond), wanted)), urgent, cancellationToken);

    public Task OpenAsync(SendingSlot slot) => Task.Delay(Until(slot.OpensAt), time);

    /// <summary>What left in the slot was answered, or given up.</summary>
    /// <param name="used">Segments that left, 0 for none.</param>
    public void Settle(SendingSlot slot, int used)
    {
        if (slot.Lease is null)
        {
            withoutRedis.Settle(slot, used);
            return;
        }
        try
        {
            _senders[slot.Sender.SenderId].Account.Settle(slot.Lease, used, slot.Sender.Stay(used) - quickest.Value, slot.Sender.Spacing(1));
        }
        catch (RedisException exception)
        {
            Log.NotSettled(logger, exception.Message);
        }
    }

    private (SenderTurn Turn, SenderAccount Account) Of(Guid senderId) =>
        _senders.GetOrAdd(senderId, id => (new SenderTurn(), new SenderAccount(redis.GetDatabase(), id)));

    private async Task<SendingSlot> TakeAsync(SenderRate sender, int segments, bool urgent, CancellationToken cancellationToken)
    {
        var account = Of(sender.SenderId).Account;
        while (true)
        {
            TimeSpan wait;
            try
            {
                var lease = Guid.NewGuid().ToString("N");
                (var given, wait) = await account.TakeAsync(
                    lease, segments, sender.Window.Segments, sender.Spacing(segments), _longestUnderWay + sender.Stay(segments), Ahead,
                    sender.Stay(segments) + Ahead, urgent);
                if (given)
                    return new SendingSlot(sender, lease, segments, time.GetTimestamp() + (long)(wait.TotalSeconds * time.TimestampFrequency));
                wait = wait < ShortestWait ? ShortestWait : wait < LongestWait ? wait : LongestWait;
            }
            catch (Exception exception) when (exception is RedisException or TimeoutException)
            {
                Log.Waiting(logger, exception.Message);
                if (withoutRedis.Take(sender, segments) is { } slot)
                    return slot;
                wait = WithoutRedisWait;
            }
            await Task.Delay(wait, time, cancellationToken);
        }
    }

    private TimeSpan Until(long ticks) => time.GetElapsedTime(time.GetTimestamp(), ticks) is var wait && wait > TimeSpan.Zero ? wait : TimeSpan.Zero;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Redis does not give out slots, so sending waits, or goes on slowly: {Problem}")]
        public static partial void Waiting(ILogger logger, string problem);

        [LoggerMessage(LogLevel.Warning, "Redis did not take the settlement of a slot, which ends by itself: {Problem}")]
        public static partial void NotSettled(ILogger logger, string problem);
    }
}
