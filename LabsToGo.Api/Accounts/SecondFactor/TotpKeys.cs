using LabsToGo.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>The keys that authenticator apps share with us, encrypted for their user alone: moved to another user's row, one can't be opened.</summary>
internal sealed class TotpKeys(LabsToGoDbContext db, IDataProtectionProvider protection)
{
    private const string Provider = "authenticator-app", Name = "key";

    /// <returns>Null when no app was set up.</returns>
    public async Task<byte[]?> FindAsync(Guid userId, CancellationToken cancellationToken) =>
        await Of(userId).Select(stored => stored.Value).SingleOrDefaultAsync(cancellationToken) is { } key
            ? Protector(userId).Unprotect(Convert.FromBase64String(key))
            : null;

    /// <summary>In place of an older one. Put into the context, to be saved by the caller.</summary>
    public async Task ReplaceAsync(Guid userId, byte[] key, CancellationToken cancellationToken)
    {
        await RemoveAsync(userId, cancellationToken);
        db.Add(
            new IdentityUserToken<Guid> { UserId = userId, LoginProvider = Provider, Name = Name,
                Value = Convert.ToBase64String(Protector(userId).Protect(key)) });
    }

    public Task RemoveAsync(Guid userId, CancellationToken cancellationToken) => Of(userId).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<IdentityUserToken<Guid>> Of(Guid userId) =>
        db.UserTokens.AsNoTracking().Where(stored => stored.UserId == userId && stored.LoginProvider == Provider && stored.Name == Name);

    private IDataProtector Protector(Guid userId) => protection.CreateProtector("LabsToGo.TotpKeys", userId.ToString("N"));
}
