using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.ApiKeys;

internal static class ApiKeyListing
{
    /// <summary>Ended keys stay in the list for a while: somebody may ask which one it was.</summary>
    private const int Newest = 200;

    public static async Task<Ok<List<ApiKeyResponse>>> ListAsync(LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken) =>
        TypedResults.Ok(await ReadAsync(db.ApiKeys.OrderByDescending(key => key.Id).Take(Newest), db, time, cancellationToken));

    public static async Task<Results<Ok<ApiKeyResponse>, NotFound>> RevokeAsync(
        Guid id, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.ApiKeys.Where(key => key.Id == id && key.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.RevokedAt, now), cancellationToken);
        return await ReadAsync(db.ApiKeys.Where(key => key.Id == id), db, time, cancellationToken) is [var key]
            ? TypedResults.Ok(key)
            : TypedResults.NotFound();
    }

    public static ApiKeyResponse ToResponse(ApiKey key, string maker, bool makerDisabled, DateTimeOffset now) => new(
        key.Id, key.Name, key.Prefix, key.Test, key.Scopes,
        key.RevokedAt is not null
            ? ApiKeyState.Revoked
            : key.ExpiresAt <= now ? ApiKeyState.Expired : makerDisabled ? ApiKeyState.MakerDisabled : ApiKeyState.Active,
        maker, key.CreatedAt, key.ExpiresAt, key.LastUsedAt, key.RevokedAt);

    private static async Task<List<ApiKeyResponse>> ReadAsync(
        IQueryable<ApiKey> keys, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var rows = await keys.AsNoTracking()
            .Join(db.Users, key => key.CreatedBy, user => user.Id, (key, user) => new { Key = key, user.Name, Disabled = user.DisabledAt != null })
            .OrderByDescending(row => row.Key.Id)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => ToResponse(row.Key, row.Name, row.Disabled, time.GetUtcNow()));
    }
}
