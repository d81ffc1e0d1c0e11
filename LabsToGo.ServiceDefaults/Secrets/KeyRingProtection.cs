using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabsToGo.ServiceDefaults.Secrets;

/// <summary>
/// The key ring itself is encrypted: by a certificate, or by a secret from the environment. Outside of Development one of them must be there.
/// </summary>
public static class KeyRingProtection
{
    private const string Missing =
        "The key ring needs protection outside of Development. Set the environment variable DataProtection__Secret to the output of: openssl rand -base64 32, "
        + "the same for every process, and keep it; or DataProtection__Certificate to the path of a PKCS#12 file (and DataProtection__CertificatePassword).";

    /// <exception cref="InvalidOperationException">Nothing is set, or it can't be used; the message names the setting.</exception>
    public static void ProtectKeyRing(this IDataProtectionBuilder keyRing, IHostApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if (configuration["DataProtection:Certificate"] is { Length: > 0 } path)
        {
            keyRing.ProtectKeysWithCertificate(X509CertificateLoader.LoadPkcs12FromFile(path, configuration["DataProtection:CertificatePassword"]));
            return;
        }
        if (configuration["DataProtection:Secret"] is { Length: > 0 } secret)
        {
            if (secret.Length < 32)
                throw new InvalidOperationException(
                    "The setting DataProtection:Secret must have at least 32 random characters, such as the output of: openssl rand -base64 32");
            keyRing.Services.AddSingleton(new EnvironmentSecret(secret));
            keyRing.Services.AddOptions<KeyManagementOptions>()
                .Configure<EnvironmentSecret>((options, held) => options.XmlEncryptor = new EnvironmentSecretEncryptor(held));
            return;
        }
        if (!builder.Environment.IsDevelopment())
            throw new InvalidOperationException(Missing);
    }
}
