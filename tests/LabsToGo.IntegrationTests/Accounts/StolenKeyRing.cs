using LabsToGo.Data;
using LabsToGo.ServiceDefaults.Secrets;
using LabsToGo.Testing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabsToGo.IntegrationTests.Accounts;

/// <summary>The Api's own key ring, opened with its secret: what a test seals by it is refused for its content alone.</summary>
internal static class StolenKeyRing
{
    public static IHost Open(Stack stack)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:labstogo"] = stack.Servers.Database,
            ["DataProtection:Secret"] = Stack.KeyRingSecret,
        });
        builder.AddLabsToGoContext();
        builder.Services.AddDataProtection().SetApplicationName("LabsToGo.Api").PersistKeysToDbContext<LabsToGoDbContext>().ProtectKeyRing(builder);
        return builder.Build();
    }
}
