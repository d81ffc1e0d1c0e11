using LabsToGo.Data.Following;

namespace LabsToGo.SmsWorker.Reconciling;

internal static class ReconcilingServices
{
    public static void AddReconciling(this IServiceCollection services)
    {
        services.AddOptions<ReconcilingOptions>().BindConfiguration(ReconcilingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<FollowingOptions>().BindConfiguration(FollowingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddHostedService<Reconciler>();
        services.AddHostedService<CallbackSweep>();
        services.AddSingleton<FirstReplySweep>();
        services.AddHostedService<ReplySweep>();
    }
}
