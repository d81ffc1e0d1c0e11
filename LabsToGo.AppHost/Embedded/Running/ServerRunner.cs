using System.Diagnostics;

namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>Keeps one server running.</summary>
internal sealed class ServerRunner(ServerResource resource, ResourceState state)
{
    /// <exception cref="Servers.MissingServerException">Not on this machine.</exception>
    /// <exception cref="Servers.ServerFailedException">The first start failed.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        var server = resource.Server;
        var backOff = new BackOff();
        while (!stopping.IsCancellationRequested)
        {
            state.Starts(null);
            var started = Stopwatch.GetTimestamp();
            await server.StartAsync(stopping);
            state.IsHealthy();
            var code = await server.Exited;
            if (stopping.IsCancellationRequested)
                return;
            state.HasFailed("Restarting");
            var wait = backOff.After(Stopwatch.GetElapsedTime(started));
            Terminal.Write(server.Name, $"ended with code {code}; starts again in {wait.TotalSeconds:0.#} s");
            await Task.Delay(wait, stopping);
        }
    }
}
