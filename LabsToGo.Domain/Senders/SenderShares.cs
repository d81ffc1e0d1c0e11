namespace LabsToGo.Domain.Senders;

/// <summary>
/// Which of several senders a patient hears from: shares follow the rates, so that all are done at the same time, and a patient keeps their sender. Weighted
/// rendezvous hashing (Schindelhauer and Schomaker, "Weighted Distributed Hash Tables", 2005): a sender that goes gives its own patients away, one that comes
/// takes its share of each, and nobody else moves.
/// </summary>
public static class SenderShares
{
    /// <param name="senders">At least one, in any order; rates in segments per second, above 0.</param>
    /// <returns>The index of the patient's.</returns>
    public static int IndexOf(Guid patientId, IReadOnlyList<(Guid Id, double Rate)> senders)
    {
        var (best, index) = (double.NegativeInfinity, 0);
        for (var i = 0; i < senders.Count; i++)
        {
            // Of exponential times with these rates the shortest is each one's with the probability of its share.
            var score = senders[i].Rate / -Math.Log(Uniform(patientId, senders[i].Id));
            if (score > best)
                (best, index) = (score, i);
        }
        return index;
    }

    /// <summary>The same for the same two, above 0 and below 1.</summary>
    private static double Uniform(Guid patientId, Guid senderId)
    {
        Span<byte> bytes = stackalloc byte[32];
        patientId.TryWriteBytes(bytes);
        senderId.TryWriteBytes(bytes[16..]);
        var hash = 0UL;
        for (var i = 0; i < 32; i += 8)
            hash = Mixed(hash ^ BitConverter.ToUInt64(bytes[i..]));
        return ((hash >> 11) + 0.5) / (1UL << 53);
    }

    /// <summary>SplitMix64's finalizer: each bit in changes each bit out with the probability of a half.</summary>
    private static ulong Mixed(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
