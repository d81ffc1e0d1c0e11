using System.Net.Http.Json;
using LabsToGo.Bench.Lists;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.Bench;

/// <summary>The servers, our services built Release, and the sandbox as a lean process of its own: no callbacks, nothing kept.</summary>
internal sealed class BenchStack : IAsyncDisposable
{
    private const string Password = "bench";

    private readonly ServiceProcess _api;
    private readonly ServiceProcess _campaignWorker;
    private readonly ServiceProcess _sandbox;
    private readonly Func<int, ServiceProcess> _newSmsWorker;
    private readonly ServiceProcess _migrations;

    private List<ServiceProcess> _smsWorkers = [];

    private BenchStack(TestServers servers)
    {
        Servers = servers;
        var common = new Dictionary<string, string>
        {
            ["ConnectionStrings__labstogo"] = servers.Database,
            ["ConnectionStrings__redis"] = servers.RedisConnection,
            ["ConnectionStrings__messaging"] = servers.Messaging,
            ["Twilio__AccountSid"] = Stack.AccountSid,
            ["Twilio__AuthToken"] = Stack.AuthToken,
            ["Logging__LogLevel__Default"] = "Warning",
        };
        _migrations = new(
            "migrations", "LabsToGo.MigrationService", servers, new(common) { ["Database__ApiPassword"] = Password, ["Database__ServicePassword"] = Password });
        _sandbox = new("sandbox", "LabsToGo.TwilioSandbox", servers, new(common) { ["Sandbox__KeepMessages"] = "1", ["Sandbox__Faults__Callbacks"] = "false" });
        _api = new("api", "LabsToGo.Api", servers, new(common)
        {
            ["Database__Role"] = "labstogo_api",
            ["Database__Password"] = Password,
            ["RateLimits__PerCallerPerMinute"] = "1000000",
            ["Files__Folder"] = servers.Files,
        });
        var worker = new Dictionary<string, string>(common)
        {
            ["Database__Role"] = "labstogo_service",
            ["Database__Password"] = Password,
            ["Twilio__BaseUrl"] = _sandbox.Url.ToString(),
            ["Twilio__PublicBaseUrl"] = _api.Url.ToString(),
        };
        _campaignWorker = new("campaign-worker", "LabsToGo.CampaignWorker", servers, worker);
        _newSmsWorker = number => new($"sms-worker-{number}", "LabsToGo.SmsWorker", servers, worker);
    }

    public TestServers Servers { get; }

    public Uri SandboxUrl => _sandbox.Url;

    public Uri ApiUrl => _api.Url;

    public static async Task<BenchStack> StartAsync()
    {
        var servers = await TestServers.NewAsync(SlowestPlan.PostgresOptions);
        await Task.WhenAll(servers.StartPostgresAsync(), servers.StartRedisAsync(), servers.StartRabbitMqAsync());
        var stack = new BenchStack(servers);
        await stack._migrations.RunToEndAsync();
        await Task.WhenAll(stack._sandbox.StartAsync(), stack._api.StartAsync(), stack._campaignWorker.StartAsync());
        // Campaigns of every size, without a second person.
        using var owner = await stack.SignInAsync();
        await OtherLimits.SetAsync(owner, limits => limits with { ApprovalAbove = 100_000_000 });
        return stack;
    }

    public async Task FillAsync(int most)
    {
        await using var database = await OpenAsync();
        await Population.FillAsync(database, most);
    }

    public async Task UseSmsWorkersAsync(int count)
    {
        await Task.WhenAll(_smsWorkers.Select(worker => worker.StopAsync(TimeSpan.FromSeconds(20))));
        _smsWorkers = [.. Enumerable.Range(1, count).Select(_newSmsWorker)];
        await Task.WhenAll(_smsWorkers.Select(worker => worker.StartAsync()));
    }

    public async Task SetLatencyAsync(int milliseconds)
    {
        using var http = new HttpClient { BaseAddress = _sandbox.Url };
        using var answer = await http.PutAsJsonAsync("/sandbox/faults", new { latencyMilliseconds = milliseconds, callbacks = false });
        answer.EnsureSuccessStatusCode();
        await http.DeleteAsync(new Uri("/sandbox/received", UriKind.Relative));
    }

    /// <summary>What every process has used so far, by name.</summary>
    public IReadOnlyDictionary<string, ProcessUse> Use()
    {
        var ids = new Dictionary<string, int>(Servers.ProcessIds)
        {
            ["api"] = _api.ProcessId,
            ["campaign-worker"] = _campaignWorker.ProcessId,
            ["sandbox"] = _sandbox.ProcessId,
        };
        for (var number = 1; number <= _smsWorkers.Count; number++)
            ids[$"sms-worker-{number}"] = _smsWorkers[number - 1].ProcessId;
        return ids.ToDictionary(pair => pair.Key, pair => ProcessUse.Of(pair.Value));
    }

    public Task<ApiClient> SignInAsync() => ApiClient.SignInAsync(_api.Url, "owner@demo.example", "LabsToGo-Demo-1");

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(Servers.Database);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_smsWorkers.Concat([_campaignWorker, _api, _sandbox]).Select(service => service.KillAsync()));
        await Servers.DisposeAsync();
    }
}
