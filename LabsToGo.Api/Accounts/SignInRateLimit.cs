using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Accounts;

internal static class SignInRateLimit
{
    /// <summary>Tries per address; people behind the same proxy share one, unless it forwards theirs (see Program.cs).</summary>
    public static void AddSignInRateLimit(this IServiceCollection services) =>
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(SignInOptions.RateLimit, http => RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions
                {
                    Window = TimeSpan.FromMinutes(1),
                    PermitLimit = http.RequestServices.GetRequiredService<IOptions<SignInOptions>>().Value.AttemptsPerMinute,
                }));
        });
}
