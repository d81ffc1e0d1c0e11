using LabsToGo.Data;
using LabsToGo.Domain.Accounts;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>Takes what a person types as their second factor: the app's code, or one of the recovery codes. Either once only.</summary>
internal sealed class SecondFactorCodes(LabsToGoDbContext db, TotpKeys keys, RecoveryCodes recovery, FailedTries tries, TimeProvider time)
{
    /// <returns>False when it is wrong, was taken before, or the account is locked; it counts as a wrong try then.</returns>
    public async Task<bool> TakeAsync(Guid userId, string typed, CancellationToken cancellationToken)
    {
        // Counted first, and forgotten when it was right: of a thousand guesses at once no more are looked at than of a thousand in a row.
        if (!await tries.CountAsync(userId, cancellationToken) || !await IsRightAsync(userId, Plain(typed), cancellationToken))
            return false;
        await tries.ForgetAsync(userId, cancellationToken);
        return true;
    }

    public static string Plain(string typed) => string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter)));

    private Task<bool> IsRightAsync(Guid userId, string code, CancellationToken cancellationToken) =>
        code.Length == Totp.Digits && code.All(char.IsAsciiDigit)
            ? IsOfAppAsync(userId, code, cancellationToken)
            : recovery.TakeAsync(userId, code, cancellationToken);

    private async Task<bool> IsOfAppAsync(Guid userId, string code, CancellationToken cancellationToken) =>
        await keys.FindAsync(userId, cancellationToken) is { } key
        && Totp.StepOf(key, code, time.GetUtcNow()) is { } step
        // Whoever saw the code typed can't use it after its owner, nor at the same moment: one of the two moves the step on (RFC 6238, 5.2).
        && await db.Users
            .Where(user => user.Id == userId && user.LastTotpStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.LastTotpStep, step), cancellationToken) > 0;
}
