using LabsToGo.Web.Components.Shared;

namespace LabsToGo.Web.State;

internal static class StateSetup
{
    /// <summary>What a circuit holds besides its pages.</summary>
    public static void AddState(this IServiceCollection services)
    {
        services.AddScoped<OneDialog>();
        services.AddScoped<OrganizationState>();
        services.AddScoped<UserActions>();
    }
}
