using LabsToGo.Api.Auditing;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>Trades a refresh token for the next pair, once. A used one that comes again was copied, and ends its session.</summary>
internal sealed partial class TokenRefresh(
    LabsToGoDbContext db, Tenant tenant, TokenIssuer tokens, AuditLog audit, IHttpContextAccessor http, TimeProvider time, ILogger<TokenRefresh> logger)
{
    /// <summary>Why it was refused: nobody used the session for longer than the organization allows.</summary>
    public bool LeftAlone { get; private set; }

    /// <summary>It keeps no session from being left alone: programs renew their tokens by themselves.</summary>
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

        var user = await db.RunningSessions(now)
            .Where(session => session.Id == shown.SessionId)
            .Join(db.Users.Where(user => user.DisabledAt == null), session => session.UserId, user => user.Id, (_, user) => user)
            .SingleOrDefaultAsync(cancellationToken);
        if (user is null)
        {
            LeftAlone = await db.WasLeftAloneAsync(shown.SessionId, now, cancellationToken);
            if (LeftAlone)
                await EndAsync(shown.SessionId, leftAlone: true, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return null;
        }

        var answer = await tokens.IssueAsync(user, shown.SessionId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return answer;
    }

    public async Task SignOutAsync(SignOutRequest request, CancellationToken cancellationToken)
    {
        if (await FindAsync(request.RefreshToken, cancellationToken) is { } shown)
            await EndAsync(shown.SessionId, request.LeftAlone, cancellationToken);
    }

    private async Task EndAsync(Guid sessionId, bool leftAlone, CancellationToken cancellationToken)
    {
        if (await db.Sessions.EndAsync(session => session.Id == sessionId, time.GetUtcNow(), cancellationToken) == 0)
            return;
        var user = await db.Sessions.Where(session => session.Id == sessionId).Join(db.Users, session => session.UserId, user => user.Id, (_, user) => user)
            .SingleAsync(cancellationToken);
        await audit.WriteAsync(
            http.HttpContext!, user.OrganizationId, user.Id, user.Name, "account.sign-out", user.Id, leftAlone ? "left alone" : "", cancellationToken);
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
