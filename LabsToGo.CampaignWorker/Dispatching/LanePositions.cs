using LabsToGo.Data.Dispatching;

namespace LabsToGo.CampaignWorker.Dispatching;

/// <summary>
/// Remembers how far each lane was handed out. When rows behind the position stay unclaimed for a while, their batch was lost (a broker wiped, a worker killed):
/// the lane begins again from its start, and the claims sort out what is handed out twice.
/// </summary>
internal sealed class LanePositions(TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Dictionary<(Guid Campaign, Guid Sender), Entry> _entries = [];

    public LanePosition this[SendingLane lane] => _entries.TryGetValue(Key(lane), out var entry) ? entry.Position : LanePosition.Start;

    public void Advance(SendingLane lane, LanePosition position) => _entries[Key(lane)] = new Entry(position, time.GetTimestamp());

    /// <summary>Nothing could be handed out this round. Whoever is stalled for too long begins again.</summary>
    public void Stalled(SendingLane lane)
    {
        if (_entries.TryGetValue(Key(lane), out var entry) && time.GetElapsedTime(entry.MovedAt) > Patience)
            _entries.Remove(Key(lane));
    }

    public void Keep(IReadOnlyCollection<SendingLane> lanes)
    {
        var active = lanes.Select(Key).ToHashSet();
        foreach (var gone in _entries.Keys.Where(key => !active.Contains(key)).ToList())
            _entries.Remove(gone);
    }

    private static (Guid, Guid) Key(SendingLane lane) => (lane.CampaignId, lane.SenderId);

    private readonly record struct Entry(LanePosition Position, long MovedAt);
}
