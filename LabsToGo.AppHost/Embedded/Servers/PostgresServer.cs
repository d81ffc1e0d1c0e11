using LabsToGo.AppHost.Embedded.Processes;

namespace LabsToGo.AppHost.Embedded.Servers;

internal sealed class PostgresServer(string folder, string logFile, string password, ProcessLedger ledger) : LocalServer("postgres", folder, logFile, ledger)
{
    private const string Package = "postgresql", Database = "labstogo", User = "postgres";

    public override string ConnectionString => $"Host=127.0.0.1;Port={Port};Username={User};Password={password};Database={Database}";

    private string Data => Path.Combine(Folder, "data");

    private IReadOnlyDictionary<string, string> Client => new Dictionary<string, string>
    {
        ["PGHOST"] = "127.0.0.1",
        ["PGPORT"] = $"{Port}",
        ["PGUSER"] = User,
        ["PGPASSWORD"] = password,
        ["PGDATABASE"] = "postgres",
    };

    protected override async Task<Launch> PrepareAsync()
    {
        var server = Find("postgres");
        if (!File.Exists(Path.Combine(Data, "PG_VERSION")))
            await InitializeAsync();
        await Unprivileged.GiveFolderAsync(Folder);
        return new Launch(
            Name,
            server,
            [
                "-D", Data, "-p", $"{Port}",
                "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
                "-c", "max_connections=300", "-c", "shared_buffers=256MB", "-c", "max_wal_size=4GB",
                "-c", "shared_preload_libraries=pg_stat_statements",
            ],
            new Dictionary<string, string>(),
            Folder,
            Unprivileged: true,
            // "Fast": ends open sessions instead of waiting for them.
            StopSignal: Signals.Interrupt);
    }

    protected override async Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        // An SSLRequest; a server that is ready for clients answers N (no TLS), one that starts up not at all.
        await Answers.AsExpectedAsync(Port, new byte[] { 0, 0, 0, 8, 4, 210, 22, 47 }, "N", cancellationToken)
        && await AcceptsAsync();

    protected override async Task ReadyAsync()
    {
        var exists = await Tool.RunAsync(Find("psql"), ["-tAc", $"select 1 from pg_database where datname = '{Database}'"], Client);
        if (exists.Trim() != "1")
            await Tool.RunAsync(Find("psql"), ["-c", $"create database {Database}"], Client);
    }

    private async Task<bool> AcceptsAsync()
    {
        try
        {
            await Tool.RunAsync(Find("psql"), ["-tAc", "select 1"], Client);
            return true;
        }
        catch (InvalidOperationException)
        {
            // "The database system is starting up": asked again in a moment.
            return false;
        }
    }

    private async Task InitializeAsync()
    {
        var passwordFile = Path.Combine(Folder, "password");
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(passwordFile, password);
        await Unprivileged.GiveFolderAsync(Folder);
        await Tool.RunAsync(
            Find("initdb"),
            ["-D", Data, "-U", User, $"--pwfile={passwordFile}", "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"],
            unprivileged: true,
            workingDirectory: Folder);
        File.Delete(passwordFile);
    }

    /// <summary>Of the version that made the data, where there are data: another one refuses them.</summary>
    private string Find(string program)
    {
        var version = Path.Combine(Data, "PG_VERSION");
        var installed = Directory.Exists("/usr/lib/postgresql") ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending() : Enumerable.Empty<string>();
        if (File.Exists(version))
            installed = installed.OrderByDescending(folder => Path.GetFileName(folder) == File.ReadAllText(version).Trim());
        return ServerBinary.Find(program, Package, installed.Select(folder => Path.Combine(folder, "bin")));
    }
}
