using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Accounts;

/// <summary>
/// Wrong passwords and wrong codes count alike, and lock the account for a while. Counted in single statements that touch nothing else: guesses
/// at the same moment all count, and none writes back an older state of the user.
/// </summary>
internal sealed class FailedTries(LabsToGoDbContext db, IOptions<IdentityOptions> identity, TimeProvider time)
{
    private readonly LockoutOptions _lockout = identity.Value.Lockout;

    public bool IsLockedOut(User user) => user.LockoutEnd > time.GetUtcNow();

    /// <summary>Counts one more. Called before a code is looked at, it lets no more than the allowed number of guesses be under way at once.</summary>
    /// <returns>False when the account is locked.</returns>
    public async Task<bool> CountAsync(Guid userId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? until = now + _lockout.DefaultLockoutTimeSpan;
        var last = _lockout.MaxFailedAccessAttempts - 1;
        return await db.Users
            .Where(user => user.Id == userId && (user.LockoutEnd == null || user.LockoutEnd <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(user => user.LockoutEnd, user => user.AccessFailedCount >= last ? until : user.LockoutEnd)
                    .SetProperty(user => user.AccessFailedCount, user => user.AccessFailedCount >= last ? 0 : user.AccessFailedCount + 1),
                cancellationToken) > 0;
    }

    /// <summary>After a full sign-in, or another full proof.</summary>
    public Task ForgetAsync(Guid userId, CancellationToken cancellationToken) =>
        db.Users
            .Where(user => user.Id == userId && (user.AccessFailedCount > 0 || user.LockoutEnd != null))
            .ExecuteUpdateAsync(
                set => set.SetProperty(user => user.AccessFailedCount, 0).SetProperty(user => user.LockoutEnd, (DateTimeOffset?)null), cancellationToken);
}
