namespace LabsToGo.SmsWorker.Retention;

internal static class RetentionServices
{
    public static void AddRetention(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetentionOptions>().Bind(configuration.GetSection(RetentionOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TwilioRedaction>();
        services.AddHostedService<RetentionLoop>();
        services.AddHostedService<ErasureLoop>();
    }
}
