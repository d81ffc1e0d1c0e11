using System.Text;

namespace LabsToGo.Api.Accounts;

/// <summary>Section <c>Jwt</c>.</summary>
internal sealed class JwtOptions
{
    public const string Section = "Jwt";
    public const string Issuer = "labstogo";
    public const string Audience = "labstogo-api";
    public const string BadSigningKey =
        "The setting Jwt:SigningKey must be a secret of at least 32 bytes, the same for every Api process. Set the environment variable Jwt__SigningKey, for example to the output of: openssl rand -base64 48";

    public string SigningKey { get; set; } = "";

    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(14);

    public byte[] KeyBytes() => Encoding.UTF8.GetBytes(SigningKey);
}
