using System.Diagnostics;
using LabsToGo.AppHost.Embedded.Processes;

namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>Keeps one replica of a project running, once what it waits for is there.</summary>
internal sealed class ServiceRunner(
    ProjectResource project, int replica, ResourceState state, IReadOnlyDictionary<IResource, ResourceState> states, Workspace workspace, Func<string?> otlpEndpoint)
{
    private static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(6), ProbeInterval = TimeSpan.FromMilliseconds(200);

    private static readonly HttpClient Probe = new() { Timeout = TimeSpan.FromSeconds(2) };

    private ChildProcess? process;

    public async Task RunAsync(CancellationToken stopping)
    {
        await Task.WhenAll(project.WaitsForHealth.Select(resource => states[resource].Healthy)).WaitAsync(stopping);
        await Task.WhenAll(project.WaitsForCompletion.Select(resource => states[resource].Completed)).WaitAsync(stopping);
        var backOff = new BackOff();
        while (!stopping.IsCancellationRequested)
        {
            var started = Stopwatch.GetTimestamp();
            process = ChildProcess.Start(Command(), workspace.Ledger, Output());
            state.Starts(process.Id);
            // Cancelled in the moment of its start, it was not there yet for whoever stops everything.
            if (stopping.IsCancellationRequested)
                await StopAsync();
            var code = await WatchAsync(process, stopping);
            if (stopping.IsCancellationRequested)
                return;
            if (code == 0 && project.Ports.Count == 0)
            {
                state.HasFinished();
                return;
            }
            state.HasFailed("Restarting");
            var wait = backOff.After(Stopwatch.GetElapsedTime(started));
            Terminal.Write(state.Name, $"ended with code {code}; starts again in {wait.TotalSeconds:0.#} s");
            await Task.Delay(wait, stopping);
        }
    }

    public Task StopAsync() => process is { Exited.IsCompleted: false } ? process.StopAsync(StopPatience) : Task.CompletedTask;

    private async Task<int> WatchAsync(ChildProcess running, CancellationToken stopping)
    {
        if (project.Ports.Count > replica && project.HealthPath is { } path)
        {
            var url = $"http://127.0.0.1:{project.Ports[replica]}{path}";
            while (!running.Exited.IsCompleted && !stopping.IsCancellationRequested && !await IsHealthyAsync(url))
                await Task.WhenAny(running.Exited, Task.Delay(ProbeInterval, CancellationToken.None));
            if (!running.Exited.IsCompleted && !stopping.IsCancellationRequested)
                state.IsHealthy();
        }
        return await running.Exited;
    }

    private static async Task<bool> IsHealthyAsync(string url)
    {
        try
        {
            using var answer = await Probe.GetAsync(new Uri(url));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private Launch Command()
    {
        var assembly = Path.Combine(workspace.ProjectFolder(project.Project), "bin", Configuration, "net10.0", project.Project + ".dll");
        return new Launch(state.Name, "dotnet", ["exec", assembly], ServiceEnvironment.Of(project, replica, otlpEndpoint()), workspace.ProjectFolder(project.Project));
    }

    private Action<string> Output()
    {
        var file = workspace.LogFile(state.Name);
        var gate = new Lock();
        return line =>
        {
            Terminal.Write(state.Name, line);
            lock (gate)
                File.AppendAllText(file, line + "\n");
        };
    }

    /// <summary>The services of the same build as this one.</summary>
    private static string Configuration => new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
}
