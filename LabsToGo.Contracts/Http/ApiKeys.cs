using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Contracts.Http;

/// <param name="Permissions">Some of <see cref="Permission.ForApiKeys"/> that the maker has.</param>
/// <param name="Test">Sends to the sandbox alone: where Twilio itself is connected it lets no text leave.</param>
/// <param name="Days">How long it is taken.</param>
public sealed record ApiKeyRequest(
    [property: Required, StringLength(60)] string Name,
    [property: Required, MinLength(1), MaxLength(40)] IReadOnlyList<string> Permissions,
    bool Test,
    [property: Range(1, 365)] int Days);

public enum ApiKeyState
{
    Active,
    Expired,
    Revoked,

    /// <summary>Its maker was disabled. It is taken again when they are enabled.</summary>
    MakerDisabled,
}

/// <param name="Prefix">The first characters, by which people tell keys apart.</param>
/// <param name="Permissions">What it was given; it may do no more of it than its maker may by now.</param>
/// <param name="LastUsedAt">To the minute.</param>
public sealed record ApiKeyResponse(
    Guid Id,
    string Name,
    string Prefix,
    bool Test,
    IReadOnlyList<string> Permissions,
    ApiKeyState State,
    string CreatedBy,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? LastUsedAt,
    DateTimeOffset? RevokedAt);

/// <param name="Secret">The whole key, for <c>Authorization: Bearer</c>. Shown this once.</param>
public sealed record NewApiKeyResponse(ApiKeyResponse Key, string Secret);
