using LabsToGo.Data;
using LabsToGo.Data.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.Passwords;

/// <summary>
/// Whether a password is the user's. One that was hashed with fewer rounds than are asked for now is hashed anew, and nothing else of the account changes:
/// <see cref="UserManager{TUser}.CheckPasswordAsync"/> would give it a new security stamp, and fail where somebody signs in twice at the same moment.
/// </summary>
internal sealed class PasswordCheck(LabsToGoDbContext db, IPasswordHasher<User> hasher)
{
    public async Task<bool> IsRightAsync(User user, string password, CancellationToken cancellationToken)
    {
        if (user.PasswordHash is not { } hash)
            return false;
        var result = hasher.VerifyHashedPassword(user, hash, password);
        if (result is PasswordVerificationResult.SuccessRehashNeeded)
        {
            var (id, stronger) = (user.Id, hasher.HashPassword(user, password));
            await db.Users.Where(stored => stored.Id == id && stored.PasswordHash == hash)
                .ExecuteUpdateAsync(set => set.SetProperty(stored => stored.PasswordHash, stronger), cancellationToken);
        }
        return result is not PasswordVerificationResult.Failed;
    }
}
