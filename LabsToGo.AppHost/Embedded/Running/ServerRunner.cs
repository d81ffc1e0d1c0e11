using System.Diagnostics;
using LabsToGo.AppHost.Embedded.Servers;

namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>Keeps one server running.</summary>
internal sealed class ServerRunner(ServerResource resource, ResourceState state)
{
    /// <exception cref="MissingServerException">Not on this machine.</exception>
    /// <exception cref="ServerFailedException">The first start failed.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        var server = resource.Server;
        var backOff = new BackOff();
        var ranBefore = false;
        while (!stopping.IsCancellationRequested)
        {
            state.Starts(null);
            var started = Stopwatch.GetTimestamp();
            var why = await RunOnceAsync(server, ranBefore, stopping);
            ranBefore = true;
            if (stopping.IsCancellationRequested)
                return;
            state.HasFailed("Restarting");
            var wait = backOff.After(Stopwatch.GetElapsedTime(started));
            Terminal.Write(server.Name, $"{why}; starts again in {wait.TotalSeconds:0.#} s");
            await Task.Delay(wait, stopping);
        }
    }

    /// <returns>Why it runs no more.</returns>
    private async Task<string> RunOnceAsync(LocalServer server, bool ranBefore, CancellationToken stopping)
    {
        try
        {
            await server.StartAsync(stopping);
        }
        catch (Exception exception) when (ranBefore && (exception is ServerFailedException or InvalidOperationException))
        {
            return exception.Message.TrimEnd('.');
        }
        state.Starts(server.ProcessId);
        state.IsHealthy();
        return $"ended with code {await server.Exited}";
    }
}
