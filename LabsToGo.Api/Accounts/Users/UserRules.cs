using System.Security.Claims;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Domain;
using LabsToGo.Domain.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LabsToGo.Api.Accounts.Users;

/// <summary>What keeps an organization from being taken over or locked out by its own people.</summary>
internal static class UserRules
{
    /// <summary>A transaction in which nobody else changes users of the organization: two owners can't demote each other at once.</summary>
    public static async Task<IDbContextTransaction> BeginUserChangeAsync(this LabsToGoDbContext db, Guid organizationId, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var organization = organizationId.ToString();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('users of ' || {organization}, 0))", cancellationToken);
        return transaction;
    }

    public static bool TryParseRole(string text, out Role role) =>
        Enum.TryParse(text, ignoreCase: true, out role) && Enum.IsDefined(role) && !int.TryParse(text, out _);

    /// <exception cref="DomainException">The role is above the caller's own.</exception>
    public static void RequireNotAbove(this ClaimsPrincipal caller, params ReadOnlySpan<Role> roles)
    {
        var own = StoredEnum.Parse<Role>(caller.FindFirstValue(ApiClaims.Role) ?? Role.Viewer.Stored());
        foreach (var role in roles)
        {
            if (role > own)
                throw new DomainException("Nobody gives, changes or takes a role above their own. Ask an owner.");
        }
    }

    /// <exception cref="DomainException">It is the last owner who can sign in.</exception>
    public static async Task RequireAnotherOwnerAsync(this LabsToGoDbContext db, User user, CancellationToken cancellationToken)
    {
        if (user.Role == Role.Owner
            && !await db.Users.AnyAsync(
                other => other.Id != user.Id && other.Role == Role.Owner && other.DisabledAt == null && other.PasswordHash != null, cancellationToken))
            throw new DomainException("This is the last owner who can sign in. Make somebody else an owner first.");
    }
}
