using LabsToGo.Data;
using LabsToGo.Domain.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace LabsToGo.Api.Accounts;

/// <summary>Who may do what; whatever names no policy is open to everyone who has signed in, and to nobody else.</summary>
internal static class Policies
{
    /// <summary>Everyone but viewers.</summary>
    public const string CanWrite = nameof(CanWrite);

    /// <summary>Managers and owners.</summary>
    public const string CanManage = nameof(CanManage);

    public static void AddPolicies(this IServiceCollection services) =>
        services.AddAuthorizationBuilder()
            .AddPolicy(CanWrite, policy => policy.RequireRole(Role.Staff.Stored(), Role.Manager.Stored(), Role.Owner.Stored()))
            .AddPolicy(CanManage, policy => policy.RequireRole(Role.Manager.Stored(), Role.Owner.Stored()))
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
}
