using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Api.Accounts.Sessions;

/// <summary>Section <c>Jwt</c>.</summary>
internal sealed class JwtOptions
{
    public const string Section = "Jwt";
    public const string Issuer = "labstogo";
    public const string Audience = "labstogo-api";

    [Range(typeof(TimeSpan), "00:00:10", "01:00:00", ErrorMessage = "Jwt:AccessTokenLifetime must be between 10 seconds and one hour, such as 00:10:00.")]
    public TimeSpan AccessTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Of a refresh token, renewed with each use: a session that rests for longer is over.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00", ErrorMessage = "Jwt:RefreshTokenLifetime must be between one minute and 90 days, such as 14.00:00:00.")]
    public TimeSpan RefreshTokenLifetime { get; set; } = TimeSpan.FromDays(14);
}
