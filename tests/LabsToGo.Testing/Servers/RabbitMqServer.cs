using LabsToGo.AppHost.LocalServers;
using LabsToGo.Testing.Processes;

namespace LabsToGo.Testing.Servers;

internal sealed class RabbitMqServer(string folder, string logFile, string password, ProcessLedger ledger)
    : LocalServer("messaging", "rabbitmq.sh", folder, logFile, password, ledger)
{
    private readonly int _distributionPort = Ports.Free(), _mapperPort = Ports.Free();

    /// <summary>With less room than this on its disk it takes no messages. Read when it starts.</summary>
    public string DiskFreeLimit { get; set; } = "200MB";

    public override string ConnectionString => $"amqp://labstogo:{Password}@127.0.0.1:{Port}";

    /// <summary>A virtual host beside it, whose queues are nobody else's.</summary>
    public string OtherConnectionString => $"{ConnectionString}/other";

    protected override Dictionary<string, string> Settings => new()
    {
        ["VIRTUAL_HOSTS"] = "/ other",
        ["DISTRIBUTION_PORT"] = $"{_distributionPort}",
        ["EPMD_PORT"] = $"{_mapperPort}",
        ["DISK_FREE_LIMIT"] = DiskFreeLimit,
    };

    /// <summary>Empties the broker as a lost disk would. Only while it is stopped.</summary>
    public void Wipe() => Directory.Delete(Path.Combine(Folder, "data"), recursive: true);

    protected override Task ProbeAsync(CancellationToken cancellationToken) => ServerProbes.RabbitMQAsync(ConnectionString, cancellationToken);
}
