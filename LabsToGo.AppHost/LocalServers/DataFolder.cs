using Microsoft.Extensions.Configuration;

namespace LabsToGo.AppHost.LocalServers;

/// <summary>
/// Where the local servers keep their data: <c>.labstogo/data</c> at the top of the clone, or what the setting <c>DataFolder</c> says. One stack at a time has
/// it.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly string _folder;

    // The operating system lets it go with the process, however that ends.
    private readonly FileStream _held;

    private DataFolder(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
        try
        {
            _held = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new DistributedApplicationException(
                $"LabsToGo SMS is already running with the data in {folder}. Stop it where it was started, " +
                "with Ctrl-C, or set DataFolder to another folder for this one.");
        }
    }

    /// <summary>Empties it first where the setting <c>Fresh</c> says so.</summary>
    /// <exception cref="DistributedApplicationException">Another stack has it.</exception>
    public static DataFolder Hold(IDistributedApplicationBuilder builder)
    {
        var data = new DataFolder(Where(builder));
        if (builder.Configuration.GetValue<bool>("Fresh"))
            data.Empty();
        return data;
    }

    /// <summary>Also while containers keep the servers' data: what else a start leaves on this machine.</summary>
    public static string Where(IDistributedApplicationBuilder builder) =>
        Path.GetFullPath(builder.Configuration["DataFolder"] ?? Path.Combine(builder.AppHostDirectory, "..", ".labstogo", "data"));

    public string FolderOf(string server) => Path.Combine(_folder, server);

    public void Dispose() => _held.Dispose();

    private void Empty()
    {
        foreach (var server in new DirectoryInfo(_folder).GetDirectories())
        {
            if (server.LinkTarget is not { } elsewhere)
            {
                server.Delete(recursive: true);
                continue;
            }
            // Where the servers' user can't reach this folder, their script left a link here to another.
            Directory.Delete(elsewhere, recursive: true);
            File.Delete(server.FullName);
        }
    }
}
