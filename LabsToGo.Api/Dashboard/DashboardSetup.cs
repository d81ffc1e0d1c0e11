namespace LabsToGo.Api.Dashboard;

internal static class DashboardSetup
{
    public static void AddDashboard(this IServiceCollection services)
    {
        services.AddSingleton<PatientCounts>();
        services.AddScoped<DashboardReader>();
    }
}
