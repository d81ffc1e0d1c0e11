using System.Security.Claims;
using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using LabsToGo.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LabsToGo.Api.Accounts.SecondFactor;

internal static class FactorChanges
{
    /// <summary>
    /// Where a second factor is demanded, who has shown none sets up their first one, but no further one: that would make the password enough.
    /// </summary>
    /// <exception cref="DomainException">The caller has one, and did not sign in with it.</exception>
    public static async Task RequireFirstFactorAsync(this LabsToGoDbContext db, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (caller.NeedsSecondFactor() && await db.HasFactorAsync(caller.GetUserId(), cancellationToken))
            throw new DomainException("You have a second factor already. Sign out, and sign in with your passkey or your code.");
    }

    public static Task<bool> HasFactorAsync(this LabsToGoDbContext db, Guid userId, CancellationToken cancellationToken) =>
        db.Users.AnyAsync(user => user.Id == userId && (user.TwoFactorEnabled || db.UserPasskeys.Any(passkey => passkey.UserId == userId)), cancellationToken);

    /// <summary>
    /// A transaction that changes how the user signs in, with a new stamp: what was handed out under the old one is void, and of two changes at once one is
    /// made.
    /// </summary>
    /// <exception cref="DomainException">Something else has changed the account meanwhile.</exception>
    public static async Task<IDbContextTransaction> BeginFactorChangeAsync(this LabsToGoDbContext db, User user, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var (id, stamp, next) = (user.Id, user.SecurityStamp, Guid.NewGuid().ToString("N"));
        if (await db.Users.Where(user => user.Id == id && user.SecurityStamp == stamp)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.SecurityStamp, next), cancellationToken) > 0)
            return transaction;
        await transaction.DisposeAsync();
        throw new DomainException("The account has just been changed elsewhere. Load the page anew and try again.");
    }
}
