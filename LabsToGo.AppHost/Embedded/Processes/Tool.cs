using System.Diagnostics;

namespace LabsToGo.AppHost.Embedded.Processes;

/// <summary>Short-lived helpers of the operating system and of the servers.</summary>
internal static class Tool
{
    /// <exception cref="InvalidOperationException">It ended with an error; the message holds what it said.</exception>
    public static async Task<string> RunAsync(
        string file, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null, bool unprivileged = false, string? workingDirectory = null)
    {
        var (code, output) = await StartAsync(file, arguments, environment, unprivileged, workingDirectory);
        return code == 0 ? output : throw new InvalidOperationException($"{Path.GetFileName(file)} failed ({code}): {output.Trim()}");
    }

    public static async Task<bool> TryAsync(string file, IReadOnlyList<string> arguments) => (await StartAsync(file, arguments, null, false, null)).Code == 0;

    private static async Task<(int Code, string Output)> StartAsync(
        string file, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment, bool unprivileged, string? workingDirectory)
    {
        string[] line = [.. Unprivileged.Prefix(unprivileged), file, .. arguments];
        var start = new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = workingDirectory ?? "/" };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{file} could not be started.");
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await error);
    }
}
