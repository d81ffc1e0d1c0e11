using LabsToGo.AppHost.Embedded.Running;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting;

/// <summary>Collects the resources; nothing runs before <see cref="DistributedApplication.Run"/>.</summary>
public sealed class DistributedApplicationBuilder
{
    internal DistributedApplicationBuilder(string[] args)
    {
        Workspace = new Workspace(fresh: args.Contains("--fresh"));
        Configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine([.. args.Where(argument => argument != "--fresh")])
            .Build();
    }

    public IConfiguration Configuration { get; }

    internal Workspace Workspace { get; }

    internal List<IResource> Resources { get; } = [];

    public DistributedApplication Build() => new(this);

    internal IResourceBuilder<T> Add<T>(T resource)
        where T : IResource
    {
        Resources.Add(resource);
        return new ResourceBuilder<T>(this, resource);
    }
}
