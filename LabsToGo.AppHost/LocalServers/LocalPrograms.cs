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
            throw new DistributedApplicationException($"Neither Docker nor Podman answers, and this machine has no {string.Join(", ", missing)}. Start one of the two, or install the servers: sudo apt-get install {string.Join(' ', missing)}");
    }

    private static bool IsHere(string folder, string program) =>
        Directory.Exists(folder) && Directory.EnumerateFiles(folder, program, new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 }).Any();
}
