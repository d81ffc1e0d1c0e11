using LabsToGo.Testing.Processes;
using LabsToGo.Testing.Servers;
using Npgsql;
using StackExchange.Redis;

namespace LabsToGo.Testing;

/// <summary>A real Postgres, Redis and RabbitMQ for one run, in a folder that is removed afterwards; also by the next run, if this one is killed.</summary>
public sealed class TestServers : IAsyncDisposable
{
    /// <summary>
    /// For Postgres. On a disk that is busy with a build every commit would wait, and a start after a crash for a minute; no test takes the power away.
    /// </summary>
    public const string NoFlushing = "-c fsync=off";

    private const string Password = "test";

    private static readonly string Root = Path.Combine("/var/tmp", $"labstogo-tests-{Environment.UserName}");

    private static int _folders;

    private readonly string _folder;

    private TestServers(string folder, string postgresOptions)
    {
        _folder = folder;
        Ledger = new ProcessLedger(Path.Combine(folder, "processes.json"));
        Logs = Path.Combine(folder, "logs");
        Directory.CreateDirectory(Logs);
        Postgres = new PostgresServer(Path.Combine(folder, "postgres"), Log("postgres"), Password, postgresOptions, Ledger);
        Redis = new RedisServer(Path.Combine(folder, "redis"), Log("redis"), Password, Ledger);
        RabbitMq = new RabbitMqServer(Path.Combine(folder, "rabbitmq"), Log("rabbitmq"), Password, Ledger);
    }

    public string Database => Postgres.ConnectionString;

    public string RedisConnection => Redis.ConnectionString;

    public string Messaging => RabbitMq.ConnectionString;

    /// <summary>A virtual host of the same broker, whose queues are nobody else's.</summary>
    public string OtherMessaging => RabbitMq.OtherConnectionString;

    public string Logs { get; }

    /// <summary>Where the Api keeps files.</summary>
    public string Files => Path.Combine(_folder, "files");

    internal ProcessLedger Ledger { get; }

    internal PostgresServer Postgres { get; }

    internal RedisServer Redis { get; }

    internal RabbitMqServer RabbitMq { get; }

    /// <summary>By name.</summary>
    public IReadOnlyDictionary<string, int> ProcessIds =>
        new LocalServer[] { Postgres, Redis, RabbitMq }.ToDictionary(server => server.Name, server => server.ProcessId!.Value);

    /// <summary>None of them runs yet.</summary>
    public static async Task<TestServers> NewAsync(string postgresOptions = NoFlushing) => new(await NewFolderAsync(), postgresOptions);

    /// <summary>A new folder of this process's own. What an earlier one left behind when it was killed goes, and what it left running ends.</summary>
    public static async Task<string> NewFolderAsync()
    {
        await RemoveLeftOversAsync();
        return Directory.CreateDirectory(Path.Combine(Root, $"{Environment.ProcessId}-{Interlocked.Increment(ref _folders)}")).FullName;
    }

    /// <summary>As a crash of the machine's process would: SIGKILL, and then a start on the same data.</summary>
    public async Task CrashPostgresAsync()
    {
        await KillPostgresAsync();
        await Postgres.StartAsync(CancellationToken.None);
    }

    public async Task KillPostgresAsync()
    {
        await Postgres.KillAsync();
        // This process's own connections died with it.
        NpgsqlConnection.ClearAllPools();
    }

    public Task StartPostgresAsync() => Postgres.StartAsync(CancellationToken.None);

    public Task KillRedisAsync() => Redis.KillAsync();

    public Task StartRedisAsync() => Redis.StartAsync(CancellationToken.None);

    public async Task FlushRedisAsync()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(RedisConnection + ",allowAdmin=true");
        await redis.GetServers()[0].FlushAllDatabasesAsync();
    }

    public Task KillRabbitMqAsync() => RabbitMq.KillAsync();

    public Task StartRabbitMqAsync() => RabbitMq.StartAsync(CancellationToken.None);

    /// <param name="wipe">Everything that it held is lost as well.</param>
    public async Task CrashRabbitMqAsync(bool wipe, TimeSpan downFor)
    {
        await RabbitMq.KillAsync();
        if (wipe)
            RabbitMq.Wipe();
        await Task.Delay(downFor);
        await RabbitMq.StartAsync(CancellationToken.None);
    }

    /// <summary>With no room on its disk Postgres can write nothing, and ends; no file of its may grow beyond a byte.</summary>
    public async Task FillPostgresDiskAsync()
    {
        var postmaster = $"{Postgres.ProcessId}";
        var children = await File.ReadAllTextAsync($"/proc/{postmaster}/task/{postmaster}/children");
        foreach (var process in children.Split(' ', StringSplitOptions.RemoveEmptyEntries).Prepend(postmaster))
        {
            // As the user that the server runs as. A process that has just ended needs no limit.
            string[] user = Environment.IsPrivilegedProcess ? ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"] : [];
            await ChildProcess.Start(
                new Launch("prlimit", "/usr/bin/env", [.. user, "prlimit", "--pid", process, "--fsize=1"], new Dictionary<string, string>(), "/"), Ledger,
                _ => { }).Exited;
        }
        await Postgres.Exited.WaitAsync(TimeSpan.FromSeconds(60));
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>With no room on its disk RabbitMQ runs, but blocks whoever publishes.</summary>
    public Task FillRabbitMqDiskAsync() => RestartRabbitMqAsync("900000GB");

    public Task EmptyRabbitMqDiskAsync() => RestartRabbitMqAsync("200MB");

    /// <summary>With no memory left Redis answers, but refuses to write.</summary>
    public Task FillRedisAsync() => LimitRedisAsync("1");

    public Task EmptyRedisAsync() => LimitRedisAsync("0");

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(Postgres.KillAsync(), Redis.KillAsync(), RabbitMq.KillAsync());
        Directory.Delete(_folder, recursive: true);
    }

    internal string Log(string name) => Path.Combine(Logs, name + ".log");

    private static async Task RemoveLeftOversAsync()
    {
        Directory.CreateDirectory(Root);
        foreach (var old in Directory.GetDirectories(Root))
        {
            if (Directory.Exists($"/proc/{Path.GetFileName(old).Split('-')[0]}"))
                continue;
            await new ProcessLedger(Path.Combine(old, "processes.json")).EndLeftOversAsync();
            Directory.Delete(old, recursive: true);
        }
    }

    private async Task RestartRabbitMqAsync(string diskFreeLimit)
    {
        RabbitMq.DiskFreeLimit = diskFreeLimit;
        await CrashRabbitMqAsync(wipe: false, TimeSpan.Zero);
    }

    private async Task LimitRedisAsync(string memory)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(RedisConnection + ",allowAdmin=true");
        await redis.GetServers()[0].ConfigSetAsync("maxmemory", memory);
    }
}
