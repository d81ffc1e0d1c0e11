using System.Collections.Concurrent;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Audiences;
using LabsToGo.Domain.Campaigns;

namespace LabsToGo.Api.Dashboard;

/// <summary>Counting a million patients takes a while, so the dashboard's figures may be some seconds old.</summary>
internal sealed class PatientCounts(TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, AudienceCountResponse Count)> known = new();

    public async Task<AudienceCountResponse> GetAsync(Guid organizationId, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (known.TryGetValue(organizationId, out var last) && now - last.At < Age)
            return last.Count;
        var (total, reachable) = await db.WithConnectionAsync(
            connection => connection.CountAudienceAsync(organizationId, new Audience(), DateOnly.FromDateTime(now.UtcDateTime), cancellationToken), cancellationToken);
        var count = new AudienceCountResponse(total, reachable);
        known[organizationId] = (now, count);
        return count;
    }
}
