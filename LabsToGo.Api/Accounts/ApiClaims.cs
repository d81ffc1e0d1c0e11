using System.Security.Claims;
using LabsToGo.Api.Accounts.Permissions;
using LabsToGo.Data;
using LabsToGo.Domain.Accounts;

namespace LabsToGo.Api.Accounts;

/// <summary>What is known of a caller. A token says who it is; role and scopes come from the database with each request.</summary>
internal static class ApiClaims
{
    /// <summary>A user's id, or an API key's.</summary>
    public const string UserId = "sub";
    public const string SessionId = "sid";
    public const string Name = "name";
    public const string OrganizationId = "organization_id";
    public const string Role = "role";

    /// <summary>On a session without the second factor that the organization demands.</summary>
    public const string SecondFactorNeeded = "second_factor_needed";

    /// <summary>Of an API key: one claim per permission.</summary>
    public const string Scope = "scope";

    /// <summary>On the principal of a test key.</summary>
    public const string Test = "test";

    /// <exception cref="InvalidOperationException">Nobody is signed in, or the token is not ours.</exception>
    public static Guid GetUserId(this ClaimsPrincipal user) => Guid.Parse(user.Required(UserId));

    /// <inheritdoc cref="GetUserId"/>
    public static Guid GetOrganizationId(this ClaimsPrincipal user) => Guid.Parse(user.Required(OrganizationId));

    /// <inheritdoc cref="GetUserId"/>
    public static string GetName(this ClaimsPrincipal user) => user.Required(Name);

    /// <returns>Null for an API key.</returns>
    public static Guid? GetSessionId(this ClaimsPrincipal user) => user.FindFirstValue(SessionId) is { } id ? Guid.Parse(id) : null;

    /// <summary>A user, not an API key.</summary>
    public static bool IsPerson(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Role);

    public static bool IsTestKey(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == Test);

    public static bool NeedsSecondFactor(this ClaimsPrincipal user) => user.HasClaim(claim => claim.Type == SecondFactorNeeded);

    public static bool May(this ClaimsPrincipal user, string permission) =>
        user.FindFirstValue(Role) is { } role
            ? StoredEnum.Parse<Role>(role).May(permission)
            : user.HasClaim(Scope, permission);

    private static string Required(this ClaimsPrincipal user, string claim) =>
        user.FindFirstValue(claim) ?? throw new InvalidOperationException($"The caller has no claim {claim}.");
}
