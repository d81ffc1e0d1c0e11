using System.Text;
using LabsToGo.AppHost.Embedded.Processes;

namespace LabsToGo.AppHost.Embedded.Servers;

/// <summary>RabbitMQ with a port mapper (epmd) of its own: the machine's shared one would be left behind.</summary>
internal sealed class RabbitMqServer(string folder, string logFile, string password, ProcessLedger ledger) : LocalServer("messaging", folder, logFile, ledger)
{
    private const string Package = "rabbitmq-server", User = "labstogo";

    private readonly int mapperPort = Ports.Free(), distributionPort = Ports.Free();

    private ChildProcess? mapper;

    public int ManagementPort { get; } = Ports.Free();

    /// <summary>With less room than this on its disk it takes no messages. Read when it starts.</summary>
    public string DiskFreeLimit { get; set; } = "200MB";

    public override string ConnectionString => $"amqp://{User}:{password}@127.0.0.1:{Port}";

    /// <summary>Empties the broker as a lost disk would. Only while it is stopped.</summary>
    public void Wipe()
    {
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
    }

    private string Data => Path.Combine(Folder, "data");

    public override async Task StopAsync()
    {
        await base.StopAsync();
        await (mapper?.KillAsync() ?? Task.CompletedTask);
    }

    public override async Task KillAsync()
    {
        await base.KillAsync();
        await (mapper?.KillAsync() ?? Task.CompletedTask);
    }

    protected override async Task<Launch> PrepareAsync()
    {
        // Debian's wrapper on the PATH changes the user itself, so the script behind it is taken.
        var server = ServerBinary.Find("rabbitmq-server", Package, "/usr/lib/rabbitmq/bin");
        await WriteSettingsAsync();
        await Unprivileged.GiveFolderAsync(Folder);
        var environment = new Dictionary<string, string>
        {
            ["HOME"] = Folder,
            // Makes the script become the server instead of watching over it.
            ["RUNNING_UNDER_SYSTEMD"] = "1",
            ["RABBITMQ_NODENAME"] = "labstogo@localhost",
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(Folder, "rabbitmq.conf"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(Folder, "enabled_plugins"),
            ["RABBITMQ_MNESIA_BASE"] = Data,
            ["RABBITMQ_LOG_BASE"] = Path.Combine(Folder, "log"),
            ["RABBITMQ_LOGS"] = "-",
            ["RABBITMQ_PID_FILE"] = Path.Combine(Folder, "pid"),
            ["RABBITMQ_DIST_PORT"] = $"{distributionPort}",
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1}",
            ["ERL_EPMD_PORT"] = $"{mapperPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        };
        // After a crash of the server its port mapper is still there, on the port that the next one needs.
        await (mapper?.KillAsync() ?? Task.CompletedTask);
        mapper = ChildProcess.Start(
            new Launch("epmd", ServerBinary.Find("epmd", Package), ["-port", $"{mapperPort}", "-address", "127.0.0.1"], environment, Folder, Unprivileged: true), Ledger, Log);
        return new Launch(Name, server, [], environment, Folder, Unprivileged: true);
    }

    protected override Task<bool> IsReadyAsync(CancellationToken cancellationToken) =>
        // The protocol's header; the broker answers with a method frame on channel 0.
        Answers.AsExpectedAsync(Port, Encoding.ASCII.GetBytes("AMQP\0\0\u0009\u0001"), "\u0001\0\0", cancellationToken);

    private async Task WriteSettingsAsync()
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(
            Path.Combine(Folder, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{Port}
            default_user = {User}
            default_pass = {password}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {ManagementPort}
            disk_free_limit.absolute = {DiskFreeLimit}
            log.console.level = warning

            """);
        await File.WriteAllTextAsync(Path.Combine(Folder, "enabled_plugins"), "[rabbitmq_management].\n");
    }
}
