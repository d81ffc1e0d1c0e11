using LabsToGo.AppHost.LocalServers;
using LabsToGo.Testing.Processes;

namespace LabsToGo.Testing.Servers;

internal sealed class RedisServer(string folder, string logFile, string password, ProcessLedger ledger)
    : LocalServer("redis", "redis.sh", folder, logFile, password, ledger)
{
    public override string ConnectionString => $"127.0.0.1:{Port},password={Password}";

    protected override Task ProbeAsync(CancellationToken cancellationToken) => ServerProbes.RedisAsync(ConnectionString, cancellationToken);
}
