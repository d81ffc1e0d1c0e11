using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace LabsToGo.AppHost.Running;

/// <summary>Says where everything is that a person would open, once it is healthy.</summary>
internal sealed class Announcement(DistributedApplicationModel model, ResourceNotificationService resources, IConfiguration configuration) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var services = model.Resources.OfType<ProjectResource>().Where(project => project.HasAnnotationOfType<HealthCheckAnnotation>()).ToList();
        await Task.WhenAll(services.Select(service => resources.WaitForResourceHealthyAsync(service.Name, stoppingToken)));
        var pages = services.SelectMany(Pages).Append(("Aspire dashboard", Dashboard())).ToList();
        var width = pages.Max(page => page.Item1.Length) + 2;
        Console.WriteLine(
            $"\nEverything is healthy.\n{string.Concat(pages.Select(page => $"  {page.Item1.PadRight(width)}{page.Item2}\n"))}Stop with Ctrl-C.\n");
    }

    private IEnumerable<(string Name, string Url)> Pages(ProjectResource service) =>
        from url in service.Annotations.OfType<ResourceUrlAnnotation>()
        where url.DisplayText is not (null or "Health")
        select (url.DisplayText, url.Url);

    private string Dashboard()
    {
        var url = configuration["ASPNETCORE_URLS"]?.Split(';')[0].TrimEnd('/');
        return $"{url}/login?t={configuration["AppHost:BrowserToken"]}";
    }
}
