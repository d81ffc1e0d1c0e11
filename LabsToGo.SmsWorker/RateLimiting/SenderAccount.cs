using System.Globalization;
using StackExchange.Redis;

namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>
/// One sender's account in Redis, kept by its clock alone: when the next slot opens, and which slots are in the window, each under a lease that ends by itself.
/// </summary>
internal sealed class SenderAccount(IDatabase redis, Guid senderId)
{
    /// <summary>
    /// Takes a slot that opens within the next moment, or says how long to wait for one. An account that is not there (a new sender, Redis flushed or wiped)
    /// may hide what was just sent, so it begins with a pause; so does one from a time when the clock was far ahead. Who asks for something urgent and must
    /// wait leaves a mark, and others wait meanwhile.
    /// </summary>
    private const string TakeScript =
        """
        local account, leases, lease = KEYS[1], KEYS[2], ARGV[1]
        local segments, most, spacing, ends, ahead, pause = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6]),
            tonumber(ARGV[7])
        local clock = redis.call('TIME')
        local now = clock[1] * 1000000 + clock[2]
        local urgent = ARGV[8] == '1'
        local known = redis.call('HMGET', account, 'opens', 'urgent')
        local opens = tonumber(known[1])
        local function refuse(wait)
            if urgent then
                redis.call('HSET', account, 'urgent', string.format('%.0f', now + 500000))
            end
            return { 0, wait }
        end
        if not opens or opens > now + 3600000000 then
            redis.call('DEL', account, leases)
            redis.call('HSET', account, 'opens', string.format('%.0f', now + pause), 'held', 0)
            return { 0, pause }
        end
        opens = math.max(opens, now)
        if opens > now + ahead then
            return refuse(opens - now - ahead)
        end
        if not urgent and known[2] and tonumber(known[2]) > now then
            return { 0, opens + spacing - now }
        end
        local over = redis.call('ZRANGEBYSCORE', leases, '-inf', now)
        for _, old in ipairs(over) do
            redis.call('HINCRBY', account, 'held', -redis.call('HGET', account, old))
            redis.call('HDEL', account, old)
            redis.call('ZREM', leases, old)
        end
        local held = tonumber(redis.call('HGET', account, 'held'))
        if held > 0 and held + segments > most then
            return refuse(redis.call('ZRANGE', leases, 0, 0, 'WITHSCORES')[2] - now)
        end
        if urgent and known[2] then
            redis.call('HDEL', account, 'urgent')
        end
        redis.call('HSET', account, 'opens', string.format('%.0f', opens + spacing), lease, segments)
        redis.call('HINCRBY', account, 'held', segments)
        redis.call('ZADD', leases, string.format('%.0f', now + ends), lease)
        return { 1, opens - now }
        """;

    /// <summary>What was used stays for a while; what was not used is given back, in the window and in time.</summary>
    private const string SettleScript =
        """
        local account, leases, lease = KEYS[1], KEYS[2], ARGV[1]
        local used, stay, perSegment = tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
        local taken = tonumber(redis.call('HGET', account, lease) or false)
        if not taken then
            return
        end
        local clock = redis.call('TIME')
        redis.call('HINCRBY', account, 'held', used - taken)
        redis.call('HSET', account, 'opens', string.format('%.0f', redis.call('HGET', account, 'opens') - (taken - used) * perSegment))
        if used == 0 then
            redis.call('HDEL', account, lease)
            redis.call('ZREM', leases, lease)
        else
            redis.call('HSET', account, lease, used)
            redis.call('ZADD', leases, 'XX', string.format('%.0f', clock[1] * 1000000 + clock[2] + stay), lease)
        end
        """;

    private readonly RedisKey[] _keys = [$"labstogo:sender:{senderId}", $"labstogo:sender:{senderId}:leases"];

    /// <param name="spacing">From this slot's opening to the next one's.</param>
    /// <param name="ends">When the lease ends that nobody settles, because its worker died.</param>
    /// <param name="ahead">How soon the slot must open.</param>
    /// <param name="pause">Before the first slot of an account without a memory.</param>
    /// <param name="urgent">Before all who ask for something that is not.</param>
    /// <returns>Whether the slot was given, and the time until it opens, or until it may be worth to ask again.</returns>
    /// <exception cref="RedisException">Redis is away or answers nonsense.</exception>
    /// <exception cref="TimeoutException">Redis is slow.</exception>
    public async Task<(bool Given, TimeSpan Wait)> TakeAsync(
        string lease, int segments, int most, TimeSpan spacing, TimeSpan ends, TimeSpan ahead, TimeSpan pause, bool urgent)
    {
        var answer = (long[])(await redis.ScriptEvaluateAsync(
            TakeScript, _keys, [lease, segments, most, Microseconds(spacing), Microseconds(ends), Microseconds(ahead), Microseconds(pause), urgent]))!;
        return (answer[0] == 1, TimeSpan.FromMicroseconds(answer[1]));
    }

    /// <summary>Does not wait for the answer: a settlement that is lost costs time, until its lease ends.</summary>
    /// <param name="stay">How long what was used stays in the window from now on.</param>
    /// <exception cref="RedisException">Redis is away.</exception>
    public void Settle(string lease, int used, TimeSpan stay, TimeSpan perSegment) =>
        redis.ScriptEvaluate(SettleScript, _keys, [lease, used, Microseconds(stay), Microseconds(perSegment)], CommandFlags.FireAndForget);

    private static RedisValue Microseconds(TimeSpan time) => time.TotalMicroseconds.ToString("F0", CultureInfo.InvariantCulture);
}
