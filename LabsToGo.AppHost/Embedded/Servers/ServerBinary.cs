namespace LabsToGo.AppHost.Embedded.Servers;

/// <summary>Finds a server's program, in the places where Debian and others put it.</summary>
internal static class ServerBinary
{
    /// <exception cref="MissingServerException">It is in none of the folders and not on the PATH.</exception>
    public static string Find(string name, string package, params IEnumerable<string> folders)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return folders.Concat(path).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new MissingServerException(name, package);
    }
}
