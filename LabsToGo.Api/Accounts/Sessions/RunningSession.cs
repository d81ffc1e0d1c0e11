using System.Security.Claims;
using LabsToGo.Data;
using LabsToGo.Data.Tenancy;
using LabsToGo.Domain.Accounts;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>
/// Asks the database, with each request, whether a token's session still runs and what its user may do by now: a sign-out, a disabled account
/// and a changed role hold from the next request on, not when the token runs out.
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
        if (await RoleAsync(services.GetRequiredService<LabsToGoDbContext>(), sessionId, context.HttpContext.RequestAborted) is { } role)
            ((ClaimsIdentity)caller.Identity!).AddClaim(new Claim(ApiClaims.Role, role.Stored()));
        else
            context.Fail("The session has ended.");
    }

    /// <summary>For answers that last: true until the caller signs out, is disabled, or is signed out by somebody.</summary>
    public static async Task<bool> StillRunsAsync(this LabsToGoDbContext db, ClaimsPrincipal caller, CancellationToken cancellationToken) =>
        caller.GetSessionId() is not { } sessionId || await RoleAsync(db, sessionId, cancellationToken) is not null;

    private static async Task<Role?> RoleAsync(LabsToGoDbContext db, Guid sessionId, CancellationToken cancellationToken) =>
        await db.Sessions
            .Where(session => session.Id == sessionId && session.EndedAt == null)
            .Join(db.Users.Where(user => user.DisabledAt == null), session => session.UserId, user => user.Id, (_, user) => (Role?)user.Role)
            .SingleOrDefaultAsync(cancellationToken);
}
