namespace LabsToGo.SmsWorker.Reconciling;

internal static class ReconcilingServices
{
    public static void AddReconciling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReconcilingOptions>().Bind(configuration.GetSection(ReconcilingOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService<Reconciler>();
        services.AddHostedService<CallbackSweep>();
    }
}
