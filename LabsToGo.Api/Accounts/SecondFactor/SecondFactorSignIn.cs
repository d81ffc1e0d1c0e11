using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>The second step of a sign-in: the challenge that a right password was answered with, and a code. Every refusal looks the same.</summary>
internal sealed class SecondFactorSignIn(
    LabsToGoDbContext db, Tenant tenant, Tickets tickets, FailedTries tries, SecondFactorCodes codes, SessionOpening sessions)
{
    /// <returns>Null when it is refused.</returns>
    public async Task<TokenResponse?> TryAsync(SecondFactorSignInRequest request, CancellationToken cancellationToken)
    {
        if (tickets.Open<SignInChallenge>(request.Challenge) is not { } challenge)
            return null;

        tenant.Use(challenge.OrganizationId);
        var user = await db.Users.SingleOrDefaultAsync(
            user => user.Id == challenge.UserId && user.SecurityStamp == challenge.SecurityStamp && user.DisabledAt == null && user.TwoFactorEnabled,
            cancellationToken);
        if (user is null)
            return null;
        if (tries.IsLockedOut(user))
        {
            await sessions.RefuseAsync(user, "locked out", cancellationToken);
            return null;
        }
        if (!await codes.TakeAsync(user.Id, request.Code, cancellationToken))
        {
            await sessions.RefuseAsync(user, "wrong code", cancellationToken);
            return null;
        }
        return await sessions.OpenAsync(user, secondFactor: true, cancellationToken);
    }
}
