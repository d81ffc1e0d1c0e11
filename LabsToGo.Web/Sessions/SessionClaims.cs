using System.Security.Claims;
using LabsToGo.Contracts.Http;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace LabsToGo.Web.Sessions;

/// <summary>Who is signed in, as the cookie says it.</summary>
internal static class SessionClaims
{
    public const string Permission = "permission";

    private const string SessionId = "sid";
    private const string Organization = "organization";

    public static ClaimsPrincipal For(MeResponse me, string sessionId) => new(new ClaimsIdentity(
        [
            new Claim(SessionId, sessionId),
            new Claim(ClaimTypes.NameIdentifier, me.UserId.ToString()),
            new Claim(ClaimTypes.Name, me.Name),
            new Claim(ClaimTypes.Email, me.Email),
            new Claim(ClaimTypes.Role, me.Role),
            new Claim(Organization, me.OrganizationName),
            .. me.Permissions.Select(permission => new Claim(Permission, permission)),
        ],
        CookieAuthenticationDefaults.AuthenticationScheme));

    public static string? GetSessionId(this ClaimsPrincipal user) => user.FindFirstValue(SessionId);

    public static Guid? GetUserId(this ClaimsPrincipal user) => Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    public static string GetRole(this ClaimsPrincipal user) => user.FindFirstValue(ClaimTypes.Role) ?? "viewer";

    public static string GetOrganizationName(this ClaimsPrincipal user) => user.FindFirstValue(Organization) ?? "";
}
