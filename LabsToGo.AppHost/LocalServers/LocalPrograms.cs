namespace LabsToGo.AppHost.LocalServers;

/// <summary>The servers' programs, where Debian puts them.</summary>
internal static class LocalPrograms
{
    private static readonly (string Package, string Folder, string Program)[] Servers =
    [
        ("postgresql", "/usr/lib/postgresql", "postgres"),
        ("redis-server", "/usr/bin", "redis-server"),
        ("rabbitmq-server", "/usr/lib/rabbitmq/bin", "rabbitmq-server"),
    ];

    /// <exception cref="DistributedApplicationException">Some are missing.</exception>
    public static void Demand()
    {
        string[] missing = [.. Servers.Where(server => !IsHere(server.Folder, server.Program)).Select(server => server.Package)];
        if (missing.Length > 0)
            throw new DistributedApplicationException(
                $"This machine has no {string.Join(" and no ", missing)}. Install what is missing (sudo apt-get install {string.Join(' ', missing)}), or " +
                "start Docker or Podman: then the servers are containers.");
    }

    private static bool IsHere(string folder, string program) =>
        Directory.Exists(folder)
            && Directory.EnumerateFiles(folder, program, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }).Any();
}
