using System.Security.Cryptography;
using LabsToGo.Data;
using LabsToGo.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace LabsToGo.IntegrationTests.Accounts;

/// <summary>The Api's own signing key: what a test signs by it is refused for its content alone.</summary>
internal static class StolenKey
{
    public static async Task<ECDsa> ReadAsync(Stack stack)
    {
        using var host = StolenKeyRing.Open(stack);
        await using var scope = host.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<LabsToGoDbContext>().SigningKeys.OrderBy(key => key.SignsFrom).FirstAsync();

        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(
            host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("LabsToGo.SigningKeys").Unprotect(stored.ProtectedKey), out _);
        return pair;
    }
}
