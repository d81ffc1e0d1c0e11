namespace LabsToGo.Api.Campaigns;

internal static class CampaignSetup
{
    public static void AddCampaigns(this IServiceCollection services)
    {
        services.AddSingleton<StartPublishing>();
        services.AddScoped<CampaignStarter>();
        services.AddScoped<CampaignResponses>();
        services.AddScoped<PreviewPatients>();
        services.AddScoped<TemplatePreview>();
        services.AddSingleton<SendingPace>();
    }
}
