using System.Collections.Concurrent;

namespace LabsToGo.Web.Sessions;

/// <summary>
/// The newest tokens per session, for the circuits: a circuit outlives the request that opened it, so the cookie it saw grows old
/// while the browser has long been given a newer one.
/// </summary>
internal sealed class SessionStore(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    public SessionTokens? Find(string sessionId) =>
        _entries.TryGetValue(sessionId, out var entry) ? entry.Tokens : null;

    /// <summary>Of the given tokens and the ones kept here, the set that was issued last; kept from now on.</summary>
    public SessionTokens Newest(string sessionId, SessionTokens seen) =>
        _entries.AddOrUpdate(
            sessionId,
            _ => new Entry(seen),
            (_, entry) => entry.Tokens.IssuedAt >= seen.IssuedAt ? entry : entry with { Tokens = seen }).Tokens;

    public void Start(string sessionId, SessionTokens tokens)
    {
        foreach (var (id, entry) in _entries)
        {
            if (entry.Tokens.RefreshExpiresAt < clock.GetUtcNow())
                _entries.TryRemove(id, out _);
        }
        Newest(sessionId, tokens);
    }

    public void End(string sessionId) => _entries.TryRemove(sessionId, out _);

    /// <summary>One refresh at a time per session: several tabs would otherwise spend the same one-time token.</summary>
    public SemaphoreSlim Gate(string sessionId, SessionTokens seen)
    {
        Newest(sessionId, seen);
        return _entries.TryGetValue(sessionId, out var entry) ? entry.Gate : new SemaphoreSlim(1, 1);
    }

    private sealed record Entry(SessionTokens Tokens)
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);
    }
}
