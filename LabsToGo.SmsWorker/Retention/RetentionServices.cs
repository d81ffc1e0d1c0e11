namespace LabsToGo.SmsWorker.Retention;

internal static class RetentionServices
{
    public static void AddRetention(this IServiceCollection services)
    {
        services.AddOptions<RetentionOptions>().BindConfiguration(RetentionOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TwilioRedaction>();
        services.AddHostedService<RetentionLoop>();
        services.AddHostedService<ErasureLoop>();
    }
}
