using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LabsToGo.AppHost.Health;

internal static class HealthExtensions
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(15) };

    /// <summary>Healthy when <paramref name="path"/> of its endpoint "http" answers with success.</summary>
    public static IResourceBuilder<T> WithEagerHealthCheck<T>(this IResourceBuilder<T> builder, string path)
        where T : IResourceWithEndpoints
    {
        var endpoint = builder.GetEndpoint("http");
        return builder.WithEagerHealthCheck(async cancellationToken =>
        {
            using var answer = await Http.GetAsync(new Uri(new Uri(endpoint.Url), path), cancellationToken);
            answer.EnsureSuccessStatusCode();
        });
    }

    /// <param name="probe">Throws while it is not healthy.</param>
    public static IResourceBuilder<T> WithEagerHealthCheck<T>(this IResourceBuilder<T> builder, Func<CancellationToken, Task> probe)
        where T : IResource
    {
        var key = KeyOf(builder.Resource.Name);
        builder.ApplicationBuilder.Services.AddHealthChecks()
            .Add(new HealthCheckRegistration(key, new EagerHealthCheck(probe), HealthStatus.Unhealthy, tags: null));
        return builder.WithHealthCheck(key);
    }

    /// <summary>What the health check of a resource is called.</summary>
    public static string KeyOf(string resource) => $"{resource}-health";
}
