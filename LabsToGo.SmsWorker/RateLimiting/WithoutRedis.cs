using System.Collections.Concurrent;
using LabsToGo.Data.Leading;

namespace LabsToGo.SmsWorker.RateLimiting;

/// <summary>
/// While Redis can't be reached, the leading worker alone sends: of each sender one small slot a second, which is never given out by way of Redis.
/// So it does not matter who still reaches Redis, or when it comes back.
/// </summary>
internal sealed class WithoutRedis(Leadership leadership, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, long> _closedUntil = new();

    /// <returns>Null while there is no such slot for this worker.</returns>
    public SendingSlot? Take(SenderRate sender, int segments)
    {
        var now = time.GetTimestamp();
        if (!leadership.Leads || segments > sender.Window.WithoutRedis || _closedUntil.GetValueOrDefault(sender.SenderId) > now)
            return null;
        _closedUntil[sender.SenderId] = long.MaxValue;
        return new SendingSlot(sender, null, segments, now);
    }

    public void Settle(SendingSlot slot, int used) =>
        _closedUntil[slot.Sender.SenderId] = used == 0 ? 0 : time.GetTimestamp() + (long)(slot.Sender.Stay(used).TotalSeconds * time.TimestampFrequency);
}
