using LabsToGo.ServiceDefaults;
using LabsToGo.ServiceDefaults.Secrets;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.StackExchangeRedis;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace LabsToGo.Web.KeyRing;

internal static class KeyRingSetup
{
    /// <summary>
    /// The keys that encrypt the cookies: in Redis, so that every replica reads every cookie, and in a folder of this machine
    /// (<c>DataProtection:Folder</c>), so that neither an absent nor an emptied Redis signs anyone out.
    /// </summary>
    public static void AddKeyRing(this WebApplicationBuilder builder)
    {
        builder.AddRedis();
        builder.Services.AddDataProtection().SetApplicationName("LabsToGo.Web").ProtectKeyRing(builder);
        var folder = builder.Configuration["DataProtection:Folder"] is { Length: > 0 } configured
            ? configured
            : Path.Combine(
                Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "LabsToGo", "web-keys");

        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services =>
            new ConfigureOptions<KeyManagementOptions>(options =>
            {
                var logs = services.GetRequiredService<ILoggerFactory>();
                var redis = services.GetRequiredService<IConnectionMultiplexer>();
                options.XmlRepository = new SharedKeyRepository(
                    new RedisXmlRepository(() => redis.GetDatabase(), "labstogo:web:keys"),
                    new FileSystemXmlRepository(Directory.CreateDirectory(folder), logs),
                    logs.CreateLogger<SharedKeyRepository>());
            }));
    }
}
