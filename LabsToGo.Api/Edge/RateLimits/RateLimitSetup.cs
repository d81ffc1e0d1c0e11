using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using LabsToGo.Api.Accounts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace LabsToGo.Api.Edge.RateLimits;

/// <summary>Who may ask how often. By the caller, who is known by a token or a key, and by the address; where passwords and codes are tried, by less.</summary>
internal static class RateLimitSetup
{
    /// <summary>For what renews a session.</summary>
    public const string Refreshes = "refresh";

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<SharedCounts>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>()
            .Configure<SharedCounts, IOptions<RateLimitOptions>, IOptions<SignInOptions>, TimeProvider>((limiter, counts, limits, signIn, time) =>
        {
            RateLimitPartition<string> Partition(string kind, string whose, int perMinute) =>
                RateLimitPartition.Get($"{kind}:{whose}", name => new SharedRateLimiter(counts, name, new RateLimit(perMinute), time));

            limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => Partition("address", Address(http), limits.Value.PerAddressPerMinute)),
                PartitionedRateLimiter.Create<HttpContext, string>(http => http.User.Identity?.IsAuthenticated == true
                    ? Partition("caller", http.User.GetUserId().ToString(), limits.Value.PerCallerPerMinute)
                    : RateLimitPartition.GetNoLimiter("nobody")));
            limiter.AddPolicy(SignInOptions.RateLimit, http => Partition(SignInOptions.RateLimit, Address(http), signIn.Value.AttemptsPerMinute));
            limiter.AddPolicy(Refreshes, http => Partition(Refreshes, Address(http), limits.Value.RefreshesPerMinute));
            limiter.OnRejected = RefuseAsync;
        });
    }

    /// <summary>Of IPv6 the network: whoever has one address there has all of them.</summary>
    private static string Address(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), .. new byte[8]]).ToString()
            : address.ToString();
    }

    private static async ValueTask RefuseAsync(OnRejectedContext context, CancellationToken cancellationToken)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var told) ? told : RateLimit.Window;
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.HttpContext.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await TypedResults.Problem($"Too many requests. Please wait {seconds} seconds and try again.", statusCode: StatusCodes.Status429TooManyRequests)
            .ExecuteAsync(context.HttpContext);
    }
}
