using System.Security.Claims;

namespace LabsToGo.Api.Accounts;

/// <summary>What an access token says of its bearer.</summary>
internal static class ApiClaims
{
    public const string UserId = "sub";
    public const string Name = "name";
    public const string Email = "email";
    public const string Role = "role";
    public const string OrganizationId = "organization_id";

    /// <exception cref="InvalidOperationException">Nobody is signed in, or the token is not ours.</exception>
    public static Guid GetUserId(this ClaimsPrincipal user) => Guid.Parse(user.Required(UserId));

    /// <inheritdoc cref="GetUserId"/>
    public static Guid GetOrganizationId(this ClaimsPrincipal user) => Guid.Parse(user.Required(OrganizationId));

    /// <inheritdoc cref="GetUserId"/>
    public static string GetName(this ClaimsPrincipal user) => user.Required(Name);

    private static string Required(this ClaimsPrincipal user, string claim) =>
        user.FindFirstValue(claim) ?? throw new InvalidOperationException($"The access token has no claim {claim}.");
}
