using System.Text;
using LabsToGo.AppHost.Embedded.Processes;

namespace LabsToGo.AppHost.Embedded.Servers;

internal sealed class RedisServer(string folder, string logFile, string password, ProcessLedger ledger) : LocalServer("redis", folder, logFile, ledger)
{
    public override string ConnectionString => $"127.0.0.1:{Port},password={password}";

    protected override async Task<Launch> PrepareAsync()
    {
        var server = ServerBinary.Find("redis-server", "redis-server", "/usr/bin");
        Directory.CreateDirectory(Folder);
        var configuration = Path.Combine(Folder, "redis.conf");
        await File.WriteAllTextAsync(
            configuration,
            $"""
            bind 127.0.0.1
            port {Port}
            dir {Folder}
            requirepass {password}
            save 60 1
            daemonize no

            """);
        await Unprivileged.GiveFolderAsync(Folder);
        return new Launch(Name, server, [configuration], new Dictionary<string, string>(), Folder, Unprivileged: true);
    }

    protected override Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        Answers.AsExpectedAsync(Port, Encoding.ASCII.GetBytes($"AUTH {password}\r\nPING\r\n"), "+OK\r\n+PONG", cancellationToken);
}
