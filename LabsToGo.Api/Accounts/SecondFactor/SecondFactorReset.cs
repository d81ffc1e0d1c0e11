using System.Security.Claims;
using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Api.Accounts.Users;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>For somebody whose phone and recovery codes are lost: an admin takes off the app and the passkeys, and all sessions end.</summary>
internal static class SecondFactorReset
{
    /// <exception cref="DomainException">It is the caller's own, or of a role above theirs.</exception>
    public static async Task<Results<Ok<UserResponse>, NotFound>> ResetAsync(
        Guid id, ClaimsPrincipal caller, LabsToGoDbContext db, SecondFactorRemoval removal, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(user => user.Id == id, cancellationToken) is not { } user)
            return TypedResults.NotFound();
        // It would need neither their password nor their code.
        if (id == caller.GetUserId())
            throw new DomainException("You take off your own second factor under My account.");
        caller.RequireNotAbove(user.Role);

        await using var transaction = await db.BeginFactorChangeAsync(user, cancellationToken);
        await removal.RemoveAllAsync(id, cancellationToken);
        await db.Sessions.EndAsync(session => session.UserId == id, time.GetUtcNow(), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TypedResults.Ok(await db.DescribeAsync(await db.Users.AsNoTracking().SingleAsync(user => user.Id == id, cancellationToken), cancellationToken));
    }
}
