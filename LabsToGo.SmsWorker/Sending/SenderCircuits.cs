using System.Collections.Concurrent;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>One circuit breaker for each sender number.</summary>
internal sealed class SenderCircuits(TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, SenderCircuit> _circuits = new();

    public SenderCircuit Of(Guid senderId) => _circuits.GetOrAdd(senderId, _ => new SenderCircuit(time));
}
