using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace LabsToGo.ServiceDefaults.Secrets;

/// <summary>Made by the key ring, from the type's name that stands in the stored key.</summary>
internal sealed class EnvironmentSecretDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        var secret = services.GetService<EnvironmentSecret>()
            ?? throw new InvalidOperationException(
                "The key ring was encrypted by the setting DataProtection:Secret, which is missing now. Set it to the same value as before.");
        return XElement.Parse(Encoding.UTF8.GetString(secret.Decrypt(Convert.FromBase64String(encryptedElement.Value))));
    }
}
