using System.Security.Cryptography;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using LabsToGo.Domain.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace LabsToGo.Api.Accounts.SecondFactor;

/// <summary>
/// Ten codes that a person keeps for the day their phone is lost. Stored hashed (PBKDF2, for a code holds less than the 112 bits from which on
/// OWASP ASVS 6.5.2 takes a fast hash), with one salt for the set, so that a try costs one hash; a used one is deleted.
/// </summary>
internal sealed class RecoveryCodes(LabsToGoDbContext db)
{
    private const string Provider = "recovery-code";
    private const int Codes = 10, Iterations = 100_000, SaltLength = 16, HashLength = 32;

    public Task<int> CountAsync(Guid userId, CancellationToken cancellationToken) => Of(userId).CountAsync(cancellationToken);

    /// <summary>A new set in place of what is left of the old one. Put into the context, to be saved by the caller.</summary>
    public async Task<RecoveryCodesResponse> ReplaceAsync(Guid userId, CancellationToken cancellationToken)
    {
        await RemoveAsync(userId, cancellationToken);
        var salt = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SaltLength));
        var codes = Enumerable.Range(0, Codes).Select(_ => RecoveryCode.New()).ToList();
        db.AddRange(codes.Select(code => new IdentityUserToken<Guid> { UserId = userId, LoginProvider = Provider, Name = Hash(code, salt), Value = salt }));
        return new RecoveryCodesResponse(codes);
    }

    /// <summary>Of two uses at the same moment one deletes the row, and the other finds none.</summary>
    public async Task<bool> TakeAsync(Guid userId, string code, CancellationToken cancellationToken)
    {
        if (await Of(userId).Select(stored => stored.Value).FirstOrDefaultAsync(cancellationToken) is not { } salt)
            return false;
        var hash = Hash(code, salt);
        return await Of(userId).Where(stored => stored.Name == hash).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    public Task RemoveAsync(Guid userId, CancellationToken cancellationToken) => Of(userId).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<IdentityUserToken<Guid>> Of(Guid userId) =>
        db.UserTokens.AsNoTracking().Where(stored => stored.UserId == userId && stored.LoginProvider == Provider);

    private static string Hash(string code, string salt) => Convert.ToBase64String(Rfc2898DeriveBytes.Pbkdf2(
        Encoding.UTF8.GetBytes(RecoveryCode.Normalize(code)), Convert.FromBase64String(salt), Iterations, HashAlgorithmName.SHA512, HashLength));
}
