namespace LabsToGo.SmsWorker.RateLimiting;

internal static class RateLimitingServices
{
    public static void AddRateLimiting(this IServiceCollection services) => services.AddSingleton<SenderRateLimiter>();
}
