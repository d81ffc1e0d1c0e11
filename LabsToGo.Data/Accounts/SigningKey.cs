namespace LabsToGo.Data.Accounts;

/// <summary>A key pair that signs access tokens (ES256). It is published before it signs and until the last token it signed has run out.</summary>
public sealed class SigningKey
{
    /// <summary>The <c>kid</c> of its tokens.</summary>
    public required Guid Id { get; init; }

    /// <summary>The private key (PKCS#8), encrypted by the key ring.</summary>
    public required byte[] ProtectedKey { get; init; }

    public required DateTimeOffset SignsFrom { get; init; }

    public required DateTimeOffset SignsUntil { get; init; }
}
