using System.Security.Claims;
using LabsToGo.Contracts.Http;
using LabsToGo.Twilio;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Accounts.Permissions;

/// <summary>
/// One policy per permission. What names none is open to every person who has signed in, and to nobody else: programs need a permission for everything.
/// </summary>
internal static class PermissionPolicies
{
    public static void AddPermissions(this IServiceCollection services)
    {
        services.AddAuthorization();
        services.AddOptions<AuthorizationOptions>().Configure<IOptions<TwilioOptions>>((authorization, twilio) =>
        {
            authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireAssertion(context => context.User.IsPerson())
                .Build();
            foreach (var permission in Permission.All)
            {
                authorization.AddPolicy(permission, policy => policy.RequireAssertion(
                    context => context.User.May(permission) && !context.User.WouldReachPatients(permission, twilio.Value)));
            }
        });
    }

    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoints, string permission)
        where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(permission).WithMetadata(new RequiredPermission(permission));

    /// <summary>A test key where not the sandbox but Twilio itself is connected, at what lets texts leave.</summary>
    public static bool WouldReachPatients(this ClaimsPrincipal caller, string permission, TwilioOptions twilio) =>
        !twilio.Sandbox && caller.IsTestKey() && Permission.Sending.Contains(permission);
}
