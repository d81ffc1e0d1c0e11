using System.Collections.Concurrent;
using LabsToGo.Data;
using LabsToGo.Data.Audiences;
using LabsToGo.Domain.Campaigns;

namespace LabsToGo.Api.Dashboard;

/// <summary>Counting a million patients takes a while, so the dashboard's figures may be some seconds old.</summary>
internal sealed class PatientCounts(TimeProvider time)
{
    private static readonly TimeSpan Age = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Guid, (DateTimeOffset At, AudienceSize Size)> _known = new();

    public async Task<AudienceSize> GetAsync(Guid organizationId, LabsToGoDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(organizationId, out var last) && now - last.At < Age)
            return last.Size;
        var size = await db.WithConnectionAsync(
            connection => connection.CountAudienceAsync(organizationId, new Audience(), DateOnly.FromDateTime(now.UtcDateTime), cancellationToken),
            cancellationToken);
        _known[organizationId] = (now, size);
        return size;
    }
}
