using System.Security.Cryptography;
using System.Text;

namespace LabsToGo.ServiceDefaults.Secrets;

/// <summary>
/// The setting <c>DataProtection:Secret</c>, at least 32 random characters, and what it encrypts: AES-256-GCM, a nonce of 12 bytes, a tag of 16, then the text.
/// </summary>
internal sealed class EnvironmentSecret(string secret)
{
    private const int Nonce = 12, Tag = 16;

    private readonly byte[] _key = HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret), outputLength: 32, info: "LabsToGo key ring"u8.ToArray());

    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var sealedText = new byte[Nonce + Tag + plain.Length];
        var nonce = sealedText.AsSpan(0, Nonce);
        var tag = sealedText.AsSpan(Nonce, Tag);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(_key, Tag);
        aes.Encrypt(nonce, plain, sealedText.AsSpan(Nonce + Tag), tag);
        return sealedText;
    }

    /// <exception cref="CryptographicException">It was encrypted by another secret, or altered.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> sealedText)
    {
        if (sealedText.Length < Nonce + Tag)
            throw new CryptographicException("The encrypted text is too short.");
        var plain = new byte[sealedText.Length - Nonce - Tag];
        using var aes = new AesGcm(_key, Tag);
        aes.Decrypt(sealedText[..Nonce], sealedText[(Nonce + Tag)..], sealedText[Nonce..(Nonce + Tag)], plain);
        return plain;
    }
}
