using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LabsToGo.AppHost.Running;

internal static class RunningExtensions
{
    /// <summary>As long as a worker may take to finish what is under way.</summary>
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60);

    /// <summary>What crashes comes back, what is stopped ends in order, and the pages are named once they answer.</summary>
    public static void RunWell(this IDistributedApplicationBuilder builder)
    {
        if (builder.ExecutionContext.IsPublishMode)
            return;
        // Nothing here speaks HTTPS, so nobody need be warned that no certificate is trusted.
#pragma warning disable ASPIRECERTIFICATES001 // New in Aspire, and may change.
        foreach (var project in builder.Resources.OfType<ProjectResource>())
            builder.CreateResourceBuilder(project).WithoutHttpsCertificate();
#pragma warning restore ASPIRECERTIFICATES001
        // When this process has ended, everything has.
        builder.Configuration["DcpPublisher:WaitForResourceCleanup"] = "true";
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = StopPatience);
        builder.Services.AddHostedService<Healing>().AddHostedService<OrderlyStop>().AddHostedService<Announcement>();
    }
}
