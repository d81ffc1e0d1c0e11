using System.Security.Claims;
using LabsToGo.Api.Accounts.ApiKeys;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Accounts;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>
/// Asks the database, with each request, whether a token's session still runs and what its user may do by now: a sign-out, a session left alone,
/// a disabled account, a changed role and a second factor that is newly demanded hold from the next request on, not when the token runs out.
/// </summary>
internal static class RunningSession
{
    public static async Task CheckAsync(TokenValidatedContext context)
    {
        var services = context.HttpContext.RequestServices;
        var caller = context.Principal!;
        if (caller.GetSessionId() is not { } sessionId)
        {
            context.Fail("The token names no session.");
            return;
        }

        services.GetRequiredService<Tenant>().Use(caller.GetOrganizationId());
        var (db, now) = (services.GetRequiredService<LabsToGoDbContext>(), services.GetRequiredService<TimeProvider>().GetUtcNow());
        if (await db.StandingAsync(sessionId, now, context.HttpContext.RequestAborted) is not { } standing)
        {
            context.Fail("The session has ended.");
            return;
        }
        var identity = (ClaimsIdentity)caller.Identity!;
        identity.AddClaim(new Claim(ApiClaims.Role, standing.Role.Stored()));
        if (standing.NeedsSecondFactor)
            identity.AddClaim(new Claim(ApiClaims.SecondFactorNeeded, ""));
        if (!context.Request.Headers.ContainsKey(RequestHeaders.Passive) && Rest.IsWorthWriting(standing.LastSeenAt, now))
            await db.UsedAsync(sessionId, now, context.HttpContext.RequestAborted);
    }

    /// <summary>
    /// For answers that last: true until the caller signs out, leaves it alone for too long, is disabled, or is signed out by somebody; or until the API key
    /// ends.
    /// </summary>
    public static async Task<bool> StillRunsAsync(this LabsToGoDbContext db, ClaimsPrincipal caller, DateTimeOffset now, CancellationToken cancellationToken) =>
        caller.GetSessionId() is { } sessionId
            ? await db.StandingAsync(sessionId, now, cancellationToken) is { NeedsSecondFactor: false }
            : await db.FindRunningKeyAsync(caller.GetUserId(), cancellationToken) is not null;

    private static Task<Standing?> StandingAsync(this LabsToGoDbContext db, Guid sessionId, DateTimeOffset now, CancellationToken cancellationToken) =>
        (from session in db.RunningSessions(now)
         join user in db.Users on session.UserId equals user.Id
         join organization in db.Organizations on session.OrganizationId equals organization.Id
         where session.Id == sessionId && user.DisabledAt == null
         select new Standing(user.Role, organization.RequiresSecondFactor && !session.SecondFactor, session.LastSeenAt))
             .SingleOrDefaultAsync(cancellationToken);

    private sealed record Standing(Role Role, bool NeedsSecondFactor, DateTimeOffset LastSeenAt);
}
