using Microsoft.Extensions.DependencyInjection;

namespace LabsToGo.Data.Leading;

public static class LeadingServices
{
    /// <param name="kind">Of worker, such as <c>sms-worker</c>: one of each leads.</param>
    public static void AddLeading(this IServiceCollection services, string kind)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<Leadership>(provider, kind));
        services.AddHostedService(provider => provider.GetRequiredService<Leadership>());
    }
}
