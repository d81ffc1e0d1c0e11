using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace LabsToGo.ServiceDefaults.Secrets;

internal sealed class EnvironmentSecretEncryptor(EnvironmentSecret secret) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(
            new XElement("sealed", Convert.ToBase64String(secret.Encrypt(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting))))),
            typeof(EnvironmentSecretDecryptor));
}
