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
public sealed record MeResponse(
    Guid UserId,
    string Name,
    string Email,
    string Role,
    Guid OrganizationId,
    string OrganizationName,
    IReadOnlyList<string> Permissions);
