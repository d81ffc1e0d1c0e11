using System.Collections.Concurrent;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using LabsToGo.Testing;
using LabsToGo.Testing.Processes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LabsToGo.BrowserTests.Stack;

/// <summary>The whole stack as the AppHost runs it, on this machine's own servers, with data and ports of its own.</summary>
public sealed class RunningAppHost : IAsyncDisposable
{
    private static readonly string[] Services = ["api", "twilio-sandbox", "campaign-worker", "sms-worker", "web"];

    /// <summary>Given here, so that none is kept among the developer's own.</summary>
    private static readonly string[] Secrets =
        ["postgres-password", "redis-password", "messaging-password", "postgres-api-password", "postgres-service-password", "key-ring-secret",
            "twilio-auth-token"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly DistributedApplication _app;

    private readonly ConcurrentDictionary<string, ResourceEvent> _latest = new();

    private readonly CancellationTokenSource _watching = new();

    private RunningAppHost(DistributedApplication app, string folder)
    {
        (_app, Folder) = (app, folder);
        Sandbox = new SandboxClient(app.GetEndpoint("twilio-sandbox", "http"));
        _ = WatchAsync();
    }

    /// <summary>Where its servers keep their data.</summary>
    public string Folder { get; }

    public Uri DashboardLogin =>
        new(_app.GetEndpoint("aspire-dashboard", "http"), $"/login?t={_app.Services.GetRequiredService<IConfiguration>()["AppHost:BrowserToken"]}");

    public Uri Api => _app.GetEndpoint("api", "http");

    public Uri Web => _app.GetEndpoint("web", "http");

    public SandboxClient Sandbox { get; }

    public static async Task<RunningAppHost> StartAsync()
    {
        var folder = await TestServers.NewFolderAsync();
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.LabsToGo_AppHost>(
            [
                "--Servers=local", $"--DataFolder={folder}", .. Secrets.Select(secret => $"--Parameters:{secret}={Guid.NewGuid():N}{Guid.NewGuid():N}"),
                $"--ASPNETCORE_URLS={LocalUrl()}", $"--ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL={LocalUrl()}", $"--ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL={LocalUrl()}",
            ],
            (options, _) => options.DisableDashboard = false);
        builder.CreateResourceBuilder<ExecutableResource>("postgres").WithEnvironment("POSTGRES_OPTIONS", TestServers.NoFlushing);
        // More sign-ins than any person makes come from this one address.
        builder.CreateResourceBuilder<ProjectResource>("api").WithEnvironment("SignIn__AttemptsPerMinute", "100000");
        // Their passwords are no secret.
        foreach (var service in (string[])["migrations", "api"])
            builder.CreateResourceBuilder<ProjectResource>(service).WithEnvironment("PasswordHashing__IterationCount", "1");
        // Claims of a killed worker are looked at within seconds.
        builder.CreateResourceBuilder<ProjectResource>("sms-worker")
            .WithEnvironment("Twilio__TimeoutSeconds", "5").WithEnvironment("Sending__LeaseSlackSeconds", "2")
            .WithEnvironment("Reconciling__AskAgainSeconds", "2")
            // What a busy Api did not take of a callback is asked for within seconds, too.
            .WithEnvironment("Reconciling__CallbackPatienceSeconds", "5");
        // Telemetry costs a good part of the processors, and no test here asks for it. What lives for minutes need not be compiled well.
        foreach (var service in Services)
        {
            builder.CreateResourceBuilder<ProjectResource>(service)
                .WithEnvironment("OTEL_EXPORTER_OTLP_ENDPOINT", "")
                .WithEnvironment("DOTNET_TC_QuickJit", "1").WithEnvironment("DOTNET_TieredPGO", "0").WithEnvironment("DOTNET_gcServer", "0");
        }
        builder.Services.AddLogging(
            logging => logging.AddFilter("LabsToGo.AppHost.Resources", LogLevel.Error).AddFilter("Aspire", LogLevel.Warning)
                .AddFilter("Microsoft", LogLevel.Warning));
        var app = await builder.BuildAsync();
        await app.StartAsync();
        await Task.WhenAll(Services.Select(service => app.ResourceNotifications.WaitForResourceHealthyAsync(service))).WaitAsync(Patience);
        return new RunningAppHost(app, folder);
    }

    public Task<ApiClient> SignInAsync(string email = "owner@demo.example") => ApiClient.SignInAsync(Api, email, "LabsToGo-Demo-1");

    public DistributedApplicationModel Model => _app.Services.GetRequiredService<DistributedApplicationModel>();

    /// <summary>Of one resource, in the order of their names.</summary>
    public IReadOnlyList<ResourceInstance> Instances(string resource) =>
        [.. _latest.Values.Where(instance => instance.Resource.Name == resource).OrderBy(instance => instance.ResourceId).Select(ResourceInstance.Of)];

    /// <summary>As a person does in the dashboard.</summary>
    public async Task CommandAsync(ResourceInstance instance, string command) =>
        Assert.True((await _app.ResourceCommands.ExecuteCommandAsync(instance.Id, command)).Success);

    /// <param name="resource">One without replicas.</param>
    /// <returns>What the dashboard shows of it.</returns>
    public async Task<string> CommandAsync(string resource, string command, params InteractionInput[] arguments)
    {
        var result = await _app.ResourceCommands.ExecuteCommandAsync(resource, command, new InteractionInputCollection(arguments));
        Assert.True(result.Success, $"{result.Message} {result.Data?.Value}");
        return result.Data?.Value ?? result.Message ?? "";
    }

    /// <summary>Of a server.</summary>
    public async Task<string> ConnectionStringAsync(string name) => (await _app.GetConnectionStringAsync(name))!;

    /// <summary>Changes or asks something as the database's administrator.</summary>
    /// <returns>The first value of the first row; null when there is none.</returns>
    public async Task<object?> SqlAsync(string sql)
    {
        await using var database = NpgsqlDataSource.Create(await ConnectionStringAsync("labstogo"));
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Sandbox.Dispose();
        await _watching.CancelAsync();
        _watching.Dispose();
        // Stops it as well.
        await _app.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private static Uri LocalUrl() => new($"http://localhost:{Ports.Free()}");

    private async Task WatchAsync()
    {
        await foreach (var change in _app.ResourceNotifications.WatchAsync(_watching.Token))
            _latest[change.ResourceId] = change;
    }
}
