using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Contracts.Http;

public sealed record SignInRequest(
    [property: Required, EmailAddress, StringLength(256)] string Email,
    [property: Required, StringLength(256)] string Password);

public sealed record RefreshRequest([property: Required, StringLength(256)] string RefreshToken);

/// <summary>A short-lived access token (sent as <c>Authorization: Bearer</c>) and the one-time refresh token that replaces both.</summary>
public sealed record TokenResponse(
    string AccessToken,
    DateTimeOffset AccessTokenExpiresAt,
    string RefreshToken,
    DateTimeOffset RefreshTokenExpiresAt);

/// <summary>What a role may do: names of <see cref="Permission"/>.</summary>
public sealed record RoleResponse(string Role, IReadOnlyList<string> Permissions);

/// <param name="Permissions">What the caller may do: names of <see cref="Permission"/>.</param>
/// <param name="SecondFactorNeeded">Nothing of it before a second factor is set up, which the organization demands.</param>
public sealed record MeResponse(
    Guid UserId,
    string Name,
    string Email,
    string Role,
    Guid OrganizationId,
    string OrganizationName,
    IReadOnlyList<string> Permissions,
    bool SecondFactorNeeded);

/// <param name="LeftAlone">The program ends it because nobody uses it any more.</param>
public sealed record SignOutRequest([property: Required, StringLength(256)] string RefreshToken, bool LeftAlone = false);

/// <param name="IdleSeconds">How long ago the person last used the program; 0 while they do.</param>
public sealed record ActivityRequest([property: Range(0, 86_400)] int IdleSeconds);

/// <param name="LogOffSeconds">After so long without use the session is over.</param>
/// <param name="IdleSeconds">How long it has rested by now.</param>
public sealed record ActivityResponse(int LogOffSeconds, int IdleSeconds);
