using System.Security.Claims;
using LabsToGo.Data;
using LabsToGo.Data.Tenancy;
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
        var db = services.GetRequiredService<LabsToGoDbContext>();
        var role = await db.Sessions
            .Where(session => session.Id == sessionId && session.EndedAt == null)
            .Join(db.Users.Where(user => user.DisabledAt == null), session => session.UserId, user => user.Id, (session, user) => new { user.Role })
            .SingleOrDefaultAsync(context.HttpContext.RequestAborted);
        if (role is null)
            context.Fail("The session has ended.");
        else
            ((ClaimsIdentity)caller.Identity!).AddClaim(new Claim(ApiClaims.Role, role.Role.Stored()));
    }
}
