using System.Diagnostics;

namespace LabsToGo.Testing;

public static class OperatorCommand
{
    /// <summary>Runs a command of the migration service, as whoever operates the system does in a shell.</summary>
    /// <returns>What it said.</returns>
    /// <exception cref="InvalidOperationException">It ended with another code; the message holds what it said.</exception>
    public static async Task<string> OperatorAsync(this Stack stack, int exitCode, params string[] arguments)
    {
        using var command = Process.Start(new ProcessStartInfo("dotnet", [Clone.Service("LabsToGo.MigrationService"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ConnectionStrings__labstogo"] = stack.Servers.Database },
        })!;
        var output = string.Concat(await Task.WhenAll(command.StandardOutput.ReadToEndAsync(), command.StandardError.ReadToEndAsync()));
        await command.WaitForExitAsync();
        return command.ExitCode == exitCode ? output : throw new InvalidOperationException($"It ended with {command.ExitCode}: {output}");
    }
}
