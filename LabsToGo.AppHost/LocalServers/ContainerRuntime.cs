using System.ComponentModel;
using System.Diagnostics;

namespace LabsToGo.AppHost.LocalServers;

internal static class ContainerRuntime
{
    private static readonly string[] Programs = ["docker", "podman"];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Whether Docker or Podman is here and its engine answers.</summary>
    public static bool Answers() => Programs.Any(Answers);

    private static bool Answers(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["info"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            return process is not null && process.WaitForExit(Patience) && process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            // There is no such program.
            return false;
        }
    }
}
