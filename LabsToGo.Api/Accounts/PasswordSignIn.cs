using LabsToGo.Api.Accounts.Sessions;
using LabsToGo.Api.Auditing;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Data.Tenancy;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts;

/// <summary>E-mail and password to tokens. Every refusal looks and lasts the same, so that nobody learns which accounts exist.</summary>
internal sealed partial class PasswordSignIn(
    LabsToGoDbContext db, Tenant tenant, UserManager<User> users, IPasswordHasher<User> hasher, TokenIssuer tokens, AuditLog audit, IHttpContextAccessor http, TimeProvider time,
    ILogger<PasswordSignIn> logger)
{
    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<User>().HashPassword(null!, Guid.NewGuid().ToString()));

    /// <returns>Null when it is refused.</returns>
    public async Task<TokenResponse?> TryAsync(SignInRequest request, CancellationToken cancellationToken)
    {
        tenant.Find(TenantLookup.Accounts);
        var user = await users.FindByNameAsync(request.Email);
        if (user is null or { PasswordHash: null } or { DisabledAt: not null })
        {
            hasher.VerifyHashedPassword(null!, NobodysHash.Value, request.Password);
            return null;
        }

        tenant.Use(user.OrganizationId);
        var right = await users.CheckPasswordAsync(user, request.Password);
        if (await users.IsLockedOutAsync(user))
        {
            Log.LockedOut(logger, user.Id);
            await AuditAsync(user, "denied locked out", cancellationToken);
            return null;
        }
        if (!right)
        {
            await CountFailureAsync(user, cancellationToken);
            await AuditAsync(user, "denied wrong password", cancellationToken);
            return null;
        }

        await users.ResetAccessFailedCountAsync(user);
        var now = time.GetUtcNow();
        await db.RefreshTokens.Where(token => token.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        var answer = await tokens.OpenAsync(user, secondFactor: false, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await AuditAsync(user, "", cancellationToken);
        return answer;
    }

    private Task AuditAsync(User user, string outcome, CancellationToken cancellationToken) =>
        audit.WriteAsync(http.HttpContext!, user.OrganizationId, user.Id, user.Name, "account.sign-in", user.Id, outcome, cancellationToken);

    /// <summary>Guesses that run at the same time collide on the user's row; each one still has to count.</summary>
    private async Task CountFailureAsync(User user, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 10 && !(await users.AccessFailedAsync(user)).Succeeded; tries++)
            await db.Entry(user).ReloadAsync(cancellationToken);
        Log.WrongPassword(logger, user.Id);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "A wrong password was given for user {UserId}")]
        public static partial void WrongPassword(ILogger logger, Guid userId);

        [LoggerMessage(LogLevel.Warning, "User {UserId} tried to sign in while locked out")]
        public static partial void LockedOut(ILogger logger, Guid userId);
    }
}
