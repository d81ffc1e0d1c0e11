namespace LabsToGo.SmsWorker.Reconciling;

internal static class ReconcilingServices
{
    public static void AddReconciling(this IServiceCollection services) => services.AddHostedService<Reconciler>();
}
