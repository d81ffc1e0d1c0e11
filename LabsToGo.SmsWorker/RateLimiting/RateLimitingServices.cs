using LabsToGo.Data.Leading;

namespace LabsToGo.SmsWorker.RateLimiting;

internal static class RateLimitingServices
{
    public static void AddRateLimiting(this IServiceCollection services)
    {
        services.AddLeading("sms-worker");
        services.AddSingleton<QuickestAnswer>();
        services.AddSingleton<WithoutRedis>();
        services.AddSingleton<SenderRateLimiter>();
    }
}
