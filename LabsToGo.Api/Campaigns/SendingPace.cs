using System.Collections.Concurrent;

namespace LabsToGo.Api.Campaigns;

/// <summary>How fast each campaign moves: over the last ten seconds in which somebody watched it.</summary>
internal sealed class SendingPace
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, List<(DateTimeOffset At, long Handed)>> _samples = new();

    /// <returns>Messages per second; 0 until it has been watched for half a second.</returns>
    public double Sample(Guid campaignId, DateTimeOffset at, long handed)
    {
        var list = _samples.GetOrAdd(campaignId, _ => []);
        lock (list)
        {
            if (list.Count == 0 || at - list[^1].At > TimeSpan.FromMilliseconds(200))
                list.Add((at, handed));
            list.RemoveAll(sample => at - sample.At > Window);
            return list.Count > 0 && at - list[0].At is var span && span > TimeSpan.FromSeconds(0.5)
                ? Math.Max(0, (handed - list[0].Handed) / span.TotalSeconds)
                : 0;
        }
    }

    public void Forget(Guid campaignId) => _samples.TryRemove(campaignId, out _);
}
