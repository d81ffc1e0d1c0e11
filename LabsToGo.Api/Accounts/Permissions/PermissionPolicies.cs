using LabsToGo.Contracts.Http;
using Microsoft.AspNetCore.Authorization;

namespace LabsToGo.Api.Accounts.Permissions;

/// <summary>One policy per permission. What names none is open to everyone who has signed in, and to nobody else.</summary>
internal static class PermissionPolicies
{
    public static void AddPermissions(this IServiceCollection services)
    {
        var authorization = services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        foreach (var permission in Permission.All)
            authorization.AddPolicy(permission, policy => policy.RequireAssertion(context => context.User.May(permission)));
    }

    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoints, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(permission).WithMetadata(new RequiredPermission(permission));
}
