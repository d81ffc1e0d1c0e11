namespace LabsToGo.CampaignWorker.Leading;

internal static class LeadingServices
{
    public static void AddLeading(this IServiceCollection services)
    {
        services.AddSingleton<Leadership>();
        services.AddHostedService(provider => provider.GetRequiredService<Leadership>());
    }
}
