using System.Globalization;
using LabsToGo.Contracts.Http;
using Microsoft.AspNetCore.Authentication;

namespace LabsToGo.Web.Sessions;

/// <summary>The Api's tokens of one signed-in browser. They live in the encrypted cookie and in this process, never in a script's reach.</summary>
internal sealed record SessionTokens(
    string AccessToken,
    DateTimeOffset AccessExpiresAt,
    string RefreshToken,
    DateTimeOffset RefreshExpiresAt,
    DateTimeOffset IssuedAt)
{
    public static SessionTokens From(TokenResponse response, DateTimeOffset now) =>
        new(response.AccessToken, response.AccessTokenExpiresAt, response.RefreshToken, response.RefreshTokenExpiresAt, now);

    /// <summary>Null when the cookie holds no complete set, as one of an older version might.</summary>
    public static SessionTokens? Read(AuthenticationProperties properties) =>
        properties.GetTokenValue("access") is { } access
        && properties.GetTokenValue("refresh") is { } refresh
        && Instant(properties, "access_expires") is { } accessExpires
        && Instant(properties, "refresh_expires") is { } refreshExpires
        && Instant(properties, "issued") is { } issued
            ? new SessionTokens(access, accessExpires, refresh, refreshExpires, issued)
            : null;

    public void Write(AuthenticationProperties properties)
    {
        properties.ExpiresUtc = RefreshExpiresAt;
        properties.StoreTokens(
        [
            new AuthenticationToken { Name = "access", Value = AccessToken },
            new AuthenticationToken { Name = "refresh", Value = RefreshToken },
            new AuthenticationToken { Name = "access_expires", Value = Text(AccessExpiresAt) },
            new AuthenticationToken { Name = "refresh_expires", Value = Text(RefreshExpiresAt) },
            new AuthenticationToken { Name = "issued", Value = Text(IssuedAt) },
        ]);
    }

    public override string ToString() => $"tokens issued at {Text(IssuedAt)}";

    private static string Text(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset? Instant(AuthenticationProperties properties, string name) =>
        DateTimeOffset.TryParse(properties.GetTokenValue(name), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var instant)
            ? instant
            : null;
}
