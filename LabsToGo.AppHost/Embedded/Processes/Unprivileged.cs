namespace LabsToGo.AppHost.Embedded.Processes;

/// <summary>Servers never run as root (Postgres refuses to): they become <c>nobody</c>, and their folders are its own.</summary>
internal static class Unprivileged
{
    private const string User = "nobody", Group = "nogroup";

    public static bool Needed => Environment.IsPrivilegedProcess;

    /// <summary>What goes before a command line.</summary>
    public static IReadOnlyList<string> Prefix(bool wanted) =>
        wanted && Needed ? ["setpriv", $"--reuid={User}", $"--regid={Group}", "--clear-groups", "--"] : [];

    public static async Task GiveFolderAsync(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Needed)
            await Tool.RunAsync("chown", ["-R", $"{User}:{Group}", folder]);
        File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    /// <summary>False when a folder above is closed to others, as <c>/root</c> is.</summary>
    public static async Task<bool> CanReachAsync(string folder) =>
        !Needed || await Tool.TryAsync("setpriv", [$"--reuid={User}", $"--regid={Group}", "--clear-groups", "--", "test", "-x", folder]);
}
