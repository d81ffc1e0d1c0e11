using System.Security.Claims;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>Where the caller is signed in, and how to end that.</summary>
internal static class SessionListing
{
    private const int Newest = 100;

    public static async Task<Ok<List<SessionResponse>>> ListAsync(
        ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var (userId, current, now) = (caller.GetUserId(), caller.GetSessionId(), time.GetUtcNow());
        var sessions = await db.RunningSessions(now).AsNoTracking()
            .Where(session => session.UserId == userId)
            .Where(session => db.RefreshTokens.Any(token => token.SessionId == session.Id && token.UsedAt == null && token.ExpiresAt > now))
            .OrderByDescending(session => session.LastSeenAt)
            .Take(Newest)
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(sessions.ConvertAll(session => new SessionResponse(
            session.Id, session.CreatedAt, session.LastSeenAt, session.Address, session.UserAgent, session.SecondFactor, session.Id == current)));
    }

    public static async Task<Results<NoContent, NotFound>> EndAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var userId = caller.GetUserId();
        return await db.Sessions.EndAsync(session => session.Id == id && session.UserId == userId, time.GetUtcNow(), cancellationToken) > 0
            ? TypedResults.NoContent()
            : TypedResults.NotFound();
    }

    public static async Task<NoContent> EndOthersAsync(ClaimsPrincipal caller, LabsToGoDbContext db, TimeProvider time, CancellationToken cancellationToken)
    {
        var (userId, current) = (caller.GetUserId(), caller.GetSessionId());
        await db.Sessions.EndAsync(session => session.UserId == userId && session.Id != current, time.GetUtcNow(), cancellationToken);
        return TypedResults.NoContent();
    }
}
