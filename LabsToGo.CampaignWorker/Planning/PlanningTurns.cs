namespace LabsToGo.CampaignWorker.Planning;

/// <summary>
/// Two campaigns are planned at a time. While others wait, each gives way after a chunk: the organization whose last turn is longest ago comes next, and of its
/// campaigns the one that had the fewest turns. So a short one is planned at once, whatever else is under way, and nobody's many keep somebody else's from
/// beginning.
/// </summary>
internal sealed class PlanningTurns
{
    private const int AtOnce = 2;

    private readonly Lock _gate = new();

    private readonly List<Place> _waiting = [];
    private readonly HashSet<Guid> _campaigns = [];
    private readonly Dictionary<Guid, long> _lastTurns = [];

    private long _turns;
    private int _taken;

    /// <summary>Somebody waits for a turn.</summary>
    public bool Wanted
    {
        get
        {
            lock (_gate)
                return _waiting.Count > 0;
        }
    }

    /// <returns>Dispose it when the campaign is planned. Null when it has a place already: its start was published again.</returns>
    public Place? Join(Guid organizationId, Guid campaignId)
    {
        lock (_gate)
            return _campaigns.Add(campaignId) ? new Place(this, organizationId, campaignId) : null;
    }

    private void Next()
    {
        while (_taken < AtOnce && _waiting.MinBy(place => (_lastTurns.GetValueOrDefault(place.OrganizationId), place.Turns)) is { } place)
        {
            _waiting.Remove(place);
            if (!place.Waiting.TrySetResult())
                continue;
            _taken++;
            place.Turns++;
            _lastTurns[place.OrganizationId] = ++_turns;
        }
    }

    internal sealed class Place(PlanningTurns turns, Guid organizationId, Guid campaignId) : IDisposable
    {
        public Guid OrganizationId => organizationId;

        public long Turns { get; set; }

        public TaskCompletionSource Waiting { get; private set; } = new();

        public async Task TakeTurnAsync(CancellationToken cancellationToken)
        {
            Waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var _ = cancellationToken.UnsafeRegister(static (place, token) => ((Place)place!).Waiting.TrySetCanceled(token), this);
            lock (turns._gate)
            {
                turns._waiting.Add(this);
                turns.Next();
            }
            await Waiting.Task;
        }

        public void EndTurn()
        {
            lock (turns._gate)
            {
                turns._taken--;
                turns.Next();
            }
        }

        public void Dispose()
        {
            lock (turns._gate)
                turns._campaigns.Remove(campaignId);
        }
    }
}
