using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.ApiKeys;

/// <summary>A key that is taken now, and what its maker is by now.</summary>
internal sealed record RunningKey(ApiKey Key, Role MakersRole);

internal static class RunningKeys
{
    /// <summary>By the database's clock.</summary>
    /// <returns>Null when it was revoked, ran out, or was made by somebody who is disabled.</returns>
    public static Task<RunningKey?> FindRunningKeyAsync(this LabsToGoDbContext db, Guid id, CancellationToken cancellationToken) =>
        db.ApiKeys.AsNoTracking()
            .Where(key => key.Id == id && key.RevokedAt == null && key.ExpiresAt > DateTimeOffset.UtcNow)
            .Join(db.Users.Where(user => user.DisabledAt == null), key => key.CreatedBy, user => user.Id, (key, user) => new RunningKey(key, user.Role))
            .SingleOrDefaultAsync(cancellationToken);

    /// <summary>Written once a minute at most: a busy key does not write with each request.</summary>
    public static async Task SetUsedAsync(this LabsToGoDbContext db, ApiKey key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = now.AddMinutes(-1);
        if (key.LastUsedAt is null || key.LastUsedAt < before)
            await db.ApiKeys.Where(row => row.Id == key.Id && (row.LastUsedAt == null || row.LastUsedAt < before))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastUsedAt, now), cancellationToken);
    }
}
