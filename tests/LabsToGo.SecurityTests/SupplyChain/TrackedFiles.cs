using System.Diagnostics;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.SupplyChain;

/// <summary>What is in the repository: what git tracks or would, or in a copy without git all but what builds make.</summary>
internal static class TrackedFiles
{
    private static readonly string[] Made = ["bin", "obj", ".git", ".labstogo", "TestResults", "node_modules"];

    private static readonly string[] Binary = [".png", ".ico", ".svg", ".woff2"];

    /// <returns>Paths below the repository's folder.</returns>
    public static IReadOnlyList<string> All()
    {
        var files = Path.Exists(Path.Combine(Clone.Folder, ".git"))
            ? Git().Split('\0', StringSplitOptions.RemoveEmptyEntries)
            : Directory.EnumerateFiles(Clone.Folder, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Clone.Folder, file))
                .Where(file => !file.Split('/').Any(Made.Contains));
        return [.. files.Where(file => !Binary.Contains(Path.GetExtension(file)) && File.Exists(Path.Combine(Clone.Folder, file)))];
    }

    private static string Git()
    {
        using var git = Process.Start(
            new ProcessStartInfo(
                "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]) { WorkingDirectory = Clone.Folder, RedirectStandardOutput = true })!;
        var files = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? files : throw new InvalidOperationException($"git ls-files ended with {git.ExitCode}.");
    }
}
