namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>All that AppHost.cs has named, with the state of each.</summary>
internal sealed class Topology
{
    private readonly Workspace workspace;
    private readonly Dictionary<IResource, ResourceState> states = [];
    private readonly List<ResourceState> shown = [];
    private readonly List<ServerRunner> serverRunners = [];
    private readonly List<ServerResource> servers = [];
    private readonly List<ServiceRunner> services = [];
    private readonly Dashboard? dashboard;
    private readonly ResourceState? dashboardState;
    private readonly string? dashboardProgram;

    public Topology(DistributedApplicationBuilder application)
    {
        workspace = application.Workspace;
        dashboardProgram = Dashboard.Find(workspace);
        if (dashboardProgram is not null)
        {
            dashboard = new Dashboard(workspace);
            dashboardState = Show(new ResourceState("dashboard") { Url = dashboard.Url, Text = "Aspire dashboard" });
        }
        foreach (var resource in application.Resources)
            Add(resource);
    }

    public async Task<int> RunAsync(CancellationToken stopping)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        List<Task> running = [.. serverRunners.Select(runner => runner.RunAsync(giveUp.Token)), .. services.Select(runner => runner.RunAsync(giveUp.Token))];
        if (dashboard is not null)
            running.Add(dashboard.RunAsync(dashboardProgram!, dashboardState!, giveUp.Token));
        try
        {
            await ReportAsync(running, giveUp.Token);
            await Task.Delay(Timeout.InfiniteTimeSpan, giveUp.Token);
            return 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return 0;
        }
        finally
        {
            await giveUp.CancelAsync();
            await StopAsync();
            await Task.WhenAll(running).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    private void Add(IResource resource)
    {
        switch (resource)
        {
            case ServerResource server:
                servers.Add(server);
                states[resource] = Show(new ResourceState(server.Name) { Url = $"127.0.0.1:{server.Server.Port}" });
                serverRunners.Add(new ServerRunner(server, states[resource]));
                break;
            case PostgresDatabaseResource database:
                states[resource] = states[database.Parent];
                break;
            case ConnectionStringResource:
                states[resource] = Show(new ResourceState(resource.Name) { Text = "runs elsewhere" });
                states[resource].IsHealthy();
                break;
            case ProjectResource project:
                AddProject(project);
                break;
        }
    }

    private void AddProject(ProjectResource project)
    {
        for (var replica = 0; replica < project.Replicas; replica++)
        {
            var state = Show(new ResourceState(project.Replicas == 1 ? project.Name : $"{project.Name}-{replica + 1}")
            {
                Url = project.Ports.Count > replica ? $"http://localhost:{project.Ports[replica]}" : null,
                Text = project.UrlText,
            });
            states.TryAdd(project, state);
            services.Add(new ServiceRunner(project, replica, state, states, workspace, () => dashboard?.OtlpEndpoint));
        }
    }

    private ResourceState Show(ResourceState state)
    {
        shown.Add(state);
        return state;
    }

    /// <summary>Prints the table once everything is up, or ends with the first thing that can't be.</summary>
    private async Task ReportAsync(IReadOnlyList<Task> running, CancellationToken stopping)
    {
        while (!shown.All(state => state.IsSettled))
        {
            if (running.FirstOrDefault(task => task.IsFaulted) is { } failed)
                await failed;
            await Task.Delay(100, stopping);
        }
        ResourceTable.Print(shown);
        ResourceTable.Save(workspace, shown);
        _ = KeepSavingAsync(stopping);
    }

    /// <summary>Process ids change when something is started again.</summary>
    private async Task KeepSavingAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
            if (!stopping.IsCancellationRequested)
                ResourceTable.Save(workspace, shown);
        }
    }

    /// <summary>Services first, so that they end in an orderly way while their servers still answer.</summary>
    private async Task StopAsync()
    {
        Terminal.Say("Stopping …");
        await Task.WhenAll(services.Select(service => service.StopAsync()).Append(dashboard?.StopAsync() ?? Task.CompletedTask));
        await Task.WhenAll(servers.Select(server => server.Server.StopAsync()));
        Terminal.Say("Stopped.");
    }
}
