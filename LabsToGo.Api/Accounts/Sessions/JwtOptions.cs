namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>Section <c>Jwt</c>.</summary>
internal sealed class JwtOptions
{
    public const string Section = "Jwt";
    public const string Issuer = "labstogo";
    public const string Audience = "labstogo-api";

    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Of a refresh token, renewed with each use: a session that rests for longer is over.</summary>
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(14);
}
