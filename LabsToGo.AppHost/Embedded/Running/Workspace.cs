using System.Security.Cryptography;
using System.Text;
using LabsToGo.AppHost.Embedded.Processes;

namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>The folder <c>.labstogo/</c> at the top of the clone: data, logs, secrets, and who runs here.</summary>
internal sealed class Workspace
{
    private readonly FileStream held;

    private readonly string data;

    /// <exception cref="AlreadyRunningException">Another start holds the folder.</exception>
    public Workspace(bool fresh)
    {
        Clone = FindClone();
        Folder = Path.Combine(Clone, ".labstogo");
        Directory.CreateDirectory(Folder);
        held = Hold();

        Ledger = new ProcessLedger(Path.Combine(Folder, "processes.json"));
        LeftOvers = Ledger.EndLeftOversAsync().GetAwaiter().GetResult();

        data = ReachableDataFolder();
        if (fresh)
            Empty();
        Directory.CreateDirectory(data);
        Directory.CreateDirectory(Path.Combine(Folder, "logs"));
        Secrets = new Secrets(Path.Combine(Folder, "secrets.json"));
    }

    public string Clone { get; }

    public string Folder { get; }

    public ProcessLedger Ledger { get; }

    public Secrets Secrets { get; }

    /// <summary>What an earlier start that was killed had left running; ended now.</summary>
    public IReadOnlyList<string> LeftOvers { get; }

    public string DataFolder(string name) => Path.Combine(data, name);

    public string LogFile(string name) => Path.Combine(Folder, "logs", name + ".log");

    public string ProjectFolder(string project) => Path.Combine(Clone, project);

    /// <summary>Lets the next start in.</summary>
    public void Release()
    {
        File.Delete(Path.Combine(Folder, "resources.json"));
        held.Dispose();
        File.Delete(held.Name);
    }

    private static string FindClone()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LabsToGo.sln")))
                return folder.FullName;
        }
        throw new InvalidOperationException("The AppHost runs from a clone of the repository; LabsToGo.sln was not found above it.");
    }

    /// <summary>The operating system lets the lock go with the process, however that ends.</summary>
    private FileStream Hold()
    {
        try
        {
            return new FileStream(Path.Combine(Folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new AlreadyRunningException(Folder);
        }
    }

    /// <summary>Below a home that is closed to others, the servers' unprivileged user can't reach its data, so they live elsewhere and a link leads there.</summary>
    private string ReachableDataFolder()
    {
        var here = Path.Combine(Folder, "data");
        if (Unprivileged.CanReachAsync(Folder).GetAwaiter().GetResult())
            return here;
        var there = Path.Combine("/var/tmp", "labstogo-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Folder)))[..12]);
        Directory.CreateDirectory(there);
        if (!Path.Exists(here))
            File.CreateSymbolicLink(here, there);
        return there;
    }

    private void Empty()
    {
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        File.Delete(Path.Combine(Folder, "secrets.json"));
    }
}
