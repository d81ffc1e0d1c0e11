using System.Runtime.InteropServices;
using LabsToGo.AppHost.Embedded.Servers;

namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>Starts everything in the order of its dependencies, keeps it running, and stops it all.</summary>
internal static class Engine
{
    public static async Task<int> RunAsync(DistributedApplicationBuilder application)
    {
        using var stop = new CancellationTokenSource();
        void OnSignal(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal);

        var workspace = application.Workspace;
        if (workspace.LeftOvers.Count > 0)
            Terminal.Say($"An earlier start was killed; ended what it had left running: {string.Join(", ", workspace.LeftOvers)}.");
        try
        {
            return await new Topology(application).RunAsync(stop.Token);
        }
        catch (Exception exception) when (exception is MissingServerException or ServerFailedException)
        {
            Terminal.Say(exception.Message);
            return 1;
        }
        finally
        {
            workspace.Release();
        }
    }
}
