using LabsToGo.Api.Auditing;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>Trades a refresh token for the next pair, once. A used one that comes again was copied, and ends its session.</summary>
internal sealed partial class TokenRefresh(LabsToGoDbContext db, Tenant tenant, TokenIssuer tokens, AuditLog audit, IHttpContextAccessor http, TimeProvider time, ILogger<TokenRefresh> logger)
{
    /// <returns>Null when it is refused.</returns>
    public async Task<TokenResponse?> TryAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await FindAsync(refreshToken, cancellationToken) is not { } shown || shown.ExpiresAt <= now)
            return null;

        // One transaction: a second use of the same token waits here for the first, and so finds its successor to end.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var taken = await db.RefreshTokens
            .Where(token => token.Id == shown.Id && token.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(token => token.UsedAt, now), cancellationToken);
        if (taken == 0)
        {
            if (await db.Sessions.EndAsync(session => session.Id == shown.SessionId, now, cancellationToken) > 0)
                Log.Reused(logger, shown.SessionId);
            await transaction.CommitAsync(cancellationToken);
            return null;
        }

        var seen = await db.Sessions
            .Where(session => session.Id == shown.SessionId && session.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now), cancellationToken);
        var user = await db.Sessions
            .Where(session => session.Id == shown.SessionId)
            .Join(db.Users.Where(user => user.DisabledAt == null), session => session.UserId, user => user.Id, (_, user) => user)
            .SingleOrDefaultAsync(cancellationToken);
        if (seen == 0 || user is null)
            return null;

        var answer = await tokens.IssueAsync(user, shown.SessionId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    public async Task SignOutAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (await FindAsync(refreshToken, cancellationToken) is not { } shown
            || await db.Sessions.EndAsync(session => session.Id == shown.SessionId, time.GetUtcNow(), cancellationToken) == 0)
            return;
        var user = await db.Sessions.Where(session => session.Id == shown.SessionId).Join(db.Users, session => session.UserId, user => user.Id, (_, user) => user).SingleAsync(cancellationToken);
        await audit.WriteAsync(http.HttpContext!, user.OrganizationId, user.Id, user.Name, "account.sign-out", user.Id, "", cancellationToken);
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

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A used refresh token of session {SessionId} was shown again; the session is ended")]
        public static partial void Reused(ILogger logger, Guid sessionId);
    }
}
