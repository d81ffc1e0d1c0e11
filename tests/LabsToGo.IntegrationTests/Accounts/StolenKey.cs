using System.Security.Cryptography;
using LabsToGo.Data;
using LabsToGo.ServiceDefaults.Secrets;
using LabsToGo.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabsToGo.IntegrationTests.Accounts;

/// <summary>The Api's own signing key, opened with its secret: what a test signs by it is refused for its content alone.</summary>
internal static class StolenKey
{
    public static async Task<ECDsa> ReadAsync(Stack stack)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:labstogo"] = stack.Servers.Database,
            ["DataProtection:Secret"] = Stack.KeyRingSecret,
        });
        builder.Services.AddLabsToGoData(builder.Configuration, tenants: false);
        builder.Services.AddDataProtection().SetApplicationName("LabsToGo.Api").PersistKeysToDbContext<LabsToGoDbContext>().ProtectKeyRing(builder);
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var stored = await scope.ServiceProvider.GetRequiredService<LabsToGoDbContext>().SigningKeys.OrderBy(key => key.SignsFrom).FirstAsync();

        var pair = ECDsa.Create();
        pair.ImportPkcs8PrivateKey(host.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("LabsToGo.SigningKeys").Unprotect(stored.ProtectedKey), out _);
        return pair;
    }
}
