using LabsToGo.Api.Accounts.Passwords;
using LabsToGo.Api.Accounts.SecondFactor;
using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Contracts.Http;
using LabsToGo.Data.Accounts;
using LabsToGo.Data.Tenancy;
using Microsoft.AspNetCore.Identity;

namespace LabsToGo.Api.Accounts;

/// <summary>
/// E-mail and password to tokens, or to a challenge where the account asks for a code too. Every refusal looks and lasts the same, so that nobody
/// learns which accounts exist.
/// </summary>
internal sealed class PasswordSignIn(
    Tenant tenant, UserManager<User> users, IPasswordHasher<User> hasher, PasswordCheck password, FailedTries tries, Tickets tickets,
    SessionOpening sessions, TimeProvider time)
{
    private static string? _nobodysHash;

    /// <returns>The one or the other; neither when it is refused.</returns>
    public async Task<(TokenResponse? Tokens, SecondFactorChallengeResponse? Challenge)> TryAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        tenant.Find(TenantLookup.Accounts);
        var user = await users.FindByNameAsync(request.Email);
        if (user is null or { PasswordHash: null } or { DisabledAt: not null })
        {
            _nobodysHash ??= hasher.HashPassword(null!, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(null!, _nobodysHash, request.Password);
            return default;
        }

        tenant.Use(user.OrganizationId);
        var right = await password.IsRightAsync(user, request.Password, cancellationToken);
        if (tries.IsLockedOut(user))
        {
            await sessions.RefuseAsync(user, "locked out", cancellationToken);
            return default;
        }
        if (!right)
        {
            await tries.CountAsync(user.Id, cancellationToken);
            await sessions.RefuseAsync(user, "wrong password", cancellationToken);
            return default;
        }
        if (!user.TwoFactorEnabled)
        {
            await tries.ForgetAsync(user.Id, cancellationToken);
            return (await sessions.OpenAsync(user, secondFactor: false, cancellationToken), null);
        }

        // Wrong codes stay counted: who knows the password gets no more tries by showing it again.
        await sessions.AskForCodeAsync(user, cancellationToken);
        return (null, new(tickets.Seal(SignInChallenge.Of(user), SignInChallenge.Lifetime), time.GetUtcNow() + SignInChallenge.Lifetime));
    }
}
