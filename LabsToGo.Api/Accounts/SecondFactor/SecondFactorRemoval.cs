using LabsToGo.Data;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>What is left when a second factor goes. Within the caller's transaction.</summary>
internal sealed class SecondFactorRemoval(LabsToGoDbContext db, TotpKeys keys, RecoveryCodes recovery)
{
    public async Task RemoveAppAsync(Guid userId, CancellationToken cancellationToken)
    {
        await keys.RemoveAsync(userId, cancellationToken);
        await recovery.RemoveAsync(userId, cancellationToken);
        await db.Users.Where(user => user.Id == userId).ExecuteUpdateAsync(set => set.SetProperty(user => user.TwoFactorEnabled, false), cancellationToken);
        await ForgetIfNoneIsLeftAsync(userId, cancellationToken);
    }

    /// <summary>The app and the passkeys: a lost phone may have been both.</summary>
    public async Task RemoveAllAsync(Guid userId, CancellationToken cancellationToken)
    {
        await db.UserPasskeys.Where(passkey => passkey.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await RemoveAppAsync(userId, cancellationToken);
    }

    /// <summary>
    /// Then nothing stands behind the sessions that were opened by it: when the organization demands a second factor later on, they ask for one too.
    /// </summary>
    public async Task ForgetIfNoneIsLeftAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (!await db.HasFactorAsync(userId, cancellationToken))
            await db.Sessions.Where(session => session.UserId == userId)
                .ExecuteUpdateAsync(set => set.SetProperty(session => session.SecondFactor, false), cancellationToken);
    }
}
