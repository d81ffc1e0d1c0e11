using System.ComponentModel.DataAnnotations;

namespace LabsToGo.Contracts.Http;

/// <summary>A member of the organization's staff.</summary>
public sealed record UserResponse(
    Guid Id,
    string Name,
    string Email,
    string Role,
    UserState State,
    bool SecondFactor,
    DateTimeOffset CreatedAt,
    DateTimeOffset? LastSignInAt);

public enum UserState
{
    /// <summary>The link was not followed yet: there is no password.</summary>
    Invited,
    Active,
    Disabled,
}

public sealed record InviteRequest(
    [property: Required, StringLength(120)] string Name,
    [property: Required, EmailAddress, StringLength(256)] string Email,
    [property: Required, StringLength(20)] string Role);

public sealed record UserRequest(
    [property: Required, StringLength(120)] string Name,
    [property: Required, StringLength(20)] string Role);

/// <summary>A link by which a person sets their password, once.</summary>
/// <param name="Token">Shown this once; it belongs behind the # of the link, where no server logs it.</param>
/// <param name="MailProblem">Why the e-mail with it could not be sent, in words.</param>
public sealed record PasswordLinkResponse(
    UserResponse User, string Token, DateTimeOffset ExpiresAt, MailState Mail = MailState.Off, string? MailProblem = null);

public enum MailState
{
    /// <summary>No mail server is set.</summary>
    Off,

    /// <summary>The mail server has taken it.</summary>
    Sent,
    Failed,
}

public sealed record SetPasswordRequest(
    [property: Required, StringLength(256)] string Token,
    [property: Required, StringLength(256)] string Password);

public sealed record ChangePasswordRequest(
    [property: Required, StringLength(256)] string Password,
    [property: Required, StringLength(256)] string NewPassword);

/// <summary>One sign-in on one device.</summary>
/// <param name="Device">The browser's or program's name for itself.</param>
/// <param name="Current">The one that asks.</param>
public sealed record SessionResponse(
    Guid Id, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt, string Address, string Device, bool SecondFactor, bool Current);
