using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts;

/// <summary>Trades a refresh token for the next pair, once. A used one that comes again was copied, and ends all that came from its sign-in.</summary>
internal sealed partial class TokenRefresh(LabsToGoDbContext db, Tenant tenant, TokenIssuer tokens, TimeProvider time, ILogger<TokenRefresh> logger)
{
    /// <returns>Null when it is refused.</returns>
    public async Task<TokenResponse?> TryAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var shown = await FindAsync(refreshToken, cancellationToken);
        if (shown is null || shown.RevokedAt is not null || shown.ExpiresAt <= now)
            return null;

        // One transaction: a second use of the same token waits here for the first, and so finds its successor to revoke.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await db.RefreshTokens
            .Where(token => token.Id == shown.Id && token.UsedAt == null && token.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.UsedAt, now), cancellationToken);
        if (taken == 0)
        {
            await RevokeAsync(shown.FamilyId, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            Log.Reused(logger, shown.FamilyId, shown.UserId);
            return null;
        }

        var user = await db.Users.SingleAsync(user => user.Id == shown.UserId, cancellationToken);
        var answer = tokens.Issue(user, shown.FamilyId);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    public async Task SignOutAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (await FindAsync(refreshToken, cancellationToken) is { } shown)
            await RevokeAsync(shown.FamilyId, cancellationToken);
    }

    private async Task<RefreshToken?> FindAsync(string refreshToken, CancellationToken cancellationToken)
    {
        tenant.Find(TenantLookup.Accounts);
        var hash = TokenIssuer.Hash(refreshToken);
        var shown = await db.RefreshTokens.AsNoTracking().SingleOrDefaultAsync(token => token.Hash == hash, cancellationToken);
        if (shown is not null)
            tenant.Use(shown.OrganizationId);
        return shown;
    }

    private Task<int> RevokeAsync(Guid familyId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.RefreshTokens
            .Where(token => token.FamilyId == familyId && token.RevokedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.RevokedAt, now), cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A used refresh token of user {UserId} was shown again; its family {FamilyId} is revoked")]
        public static partial void Reused(ILogger logger, Guid familyId, Guid userId);
    }
}
