using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LabsToGo.Data.Leading;

public static class LeadingServices
{
    /// <param name="kind">Of worker, such as <c>sms-worker</c>: one of each leads.</param>
    public static void AddLeading(this IServiceCollection services, string kind)
    {
        services.AddSingleton(provider => new Leadership(
            provider.GetRequiredService<NpgsqlDataSource>(), kind, provider.GetRequiredService<ILogger<Leadership>>()));
        services.AddHostedService(provider => provider.GetRequiredService<Leadership>());
    }
}
