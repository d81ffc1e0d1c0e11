using LabsToGo.Testing.Processes;
using LabsToGo.Testing.Telemetry;
using LabsToGo.TwilioSandbox;
using LabsToGo.TwilioSandbox.Faults;
using LabsToGo.TwilioSandbox.Messages;
using LabsToGo.TwilioSandbox.Phone;
using LabsToGo.TwilioSandbox.Received;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace LabsToGo.Testing;

/// <summary>Everything: real servers, our services as processes, and the sandbox in this process, where tests ask it what it received.</summary>
public sealed class Stack : IAsyncDisposable
{
    public const string AccountSid = StackSettings.AccountSid, AuthToken = StackSettings.AuthToken, KeyRingSecret = StackSettings.KeyRingSecret;

    private readonly WebApplication _sandbox;

    private readonly OtlpSink? _telemetry;

    private readonly TimeSpan _clocksAhead;

    private Stack(TestServers servers, OtlpSink? telemetry, int smsWorkers, TimeSpan clocksAhead)
    {
        Servers = servers;
        servers.Postgres.ClockAhead = _clocksAhead = clocksAhead;
        _telemetry = telemetry;
        SandboxUrl = new Uri($"http://127.0.0.1:{Ports.Free()}");
        var settings = new StackSettings(servers, SandboxUrl);
        NewMigrations = (name, database) => Service(name, "LabsToGo.MigrationService", settings.Migrations(database));
        NewApi = (name, others) => Service(name, "LabsToGo.Api", With(settings.Api, others));
        Api = Service("api", "LabsToGo.Api", settings.Api);
        var worker = settings.Worker(Api.Url);
        NewCampaignWorker = (name, others) => Service(name, "LabsToGo.CampaignWorker", With(worker, others));
        CampaignWorker = Service("campaign-worker", "LabsToGo.CampaignWorker", worker);
        NewSmsWorker = (name, others) => Service(name, "LabsToGo.SmsWorker", With(worker, others));
        SmsWorkers = [.. Enumerable.Range(1, smsWorkers).Select(number => Service($"sms-worker-{number}", "LabsToGo.SmsWorker", worker))];
        var web = settings.Web(Api.Url);
        Web = Service("web", "LabsToGo.Web", web);
        NewWeb = (name, others) => Service(name, "LabsToGo.Web", With(web, others));
        _sandbox = SandboxApp.Create(
        [
            $"--urls={SandboxUrl}", $"--Twilio:AccountSid={AccountSid}", $"--Twilio:AuthToken={AuthToken}",
            $"--Sandbox:InboundUrl={new Uri(Api.Url, "/twilio/inbound")}", "--Sandbox:KeepMessages=1000000", "--Logging:LogLevel:Default=Warning",
        ]);
    }

    public TestServers Servers { get; }

    /// <exception cref="InvalidOperationException">It was started without.</exception>
    public OtlpSink Telemetry => _telemetry ?? throw new InvalidOperationException("This stack emits nothing: start it with telemetry.");

    /// <summary>Brings a database of this stack's server up to date; takes a name and the database's connection string.</summary>
    public Func<string, string, ServiceProcess> NewMigrations { get; }

    public ServiceProcess Api { get; }

    /// <summary>One more, not started, with some settings of its own.</summary>
    public Func<string, IReadOnlyDictionary<string, string>, ServiceProcess> NewApi { get; }

    public ServiceProcess CampaignWorker { get; }

    /// <summary>One more, not started, with some settings of its own.</summary>
    public Func<string, IReadOnlyDictionary<string, string>, ServiceProcess> NewCampaignWorker { get; }

    public IReadOnlyList<ServiceProcess> SmsWorkers { get; }

    /// <summary>One more, not started, with some settings of its own.</summary>
    public Func<string, IReadOnlyDictionary<string, string>, ServiceProcess> NewSmsWorker { get; }

    public ServiceProcess Web { get; }

    /// <summary>One more, not started, with some settings of its own.</summary>
    public Func<string, IReadOnlyDictionary<string, string>, ServiceProcess> NewWeb { get; }

    public Uri SandboxUrl { get; }

    public ReceivedLog Received => _sandbox.Services.GetRequiredService<ReceivedLog>();

    public MessageStore SandboxMessages => _sandbox.Services.GetRequiredService<MessageStore>();

    public FaultSwitches Faults => _sandbox.Services.GetRequiredService<FaultSwitches>();

    public PhoneReplies Phone => _sandbox.Services.GetRequiredService<PhoneReplies>();

    public KeywordSwitches Keywords => _sandbox.Services.GetRequiredService<KeywordSwitches>();

    /// <param name="telemetry">Whether traces, metrics and logs are emitted, which costs a good part of the processors.</param>
    /// <param name="clocksAhead">How far the wall clocks of Postgres and of the services are ahead of the sandbox's.</param>
    public static async Task<Stack> StartAsync(int smsWorkers = 2, bool web = false, bool telemetry = false, TimeSpan clocksAhead = default)
    {
        var servers = await TestServers.NewAsync();
        var stack = new Stack(servers, telemetry ? await OtlpSink.StartAsync() : null, smsWorkers, clocksAhead);
        try
        {
            await stack.StartAllAsync(web);
            return stack;
        }
        catch
        {
            // A start that fails ends what it began.
            await stack.DisposeAsync();
            throw;
        }
    }

    public async Task<ApiClient> SignInAsync(string email = "owner@demo.example") => await ApiClient.SignInAsync(Api.Url, email, "LabsToGo-Demo-1");

    /// <summary>As the server's administrator, who sees everything.</summary>
    public Task<NpgsqlConnection> OpenDatabaseAsync() => OpenAsync(Servers.Database);

    /// <summary>Changes or asks something as the administrator.</summary>
    /// <returns>The first value of the first row; null when there is none.</returns>
    public async Task<object?> SqlAsync(string sql)
    {
        await using var database = await OpenDatabaseAsync();
        return await database.AskAsync(sql);
    }

    /// <summary>As the Api does.</summary>
    public Task<NpgsqlConnection> OpenAsApiAsync() => OpenAsync(ApiDatabase);

    /// <summary>As the workers do.</summary>
    public Task<NpgsqlConnection> OpenAsServiceAsync() => OpenAsync(ServiceDatabase);

    /// <summary>The Api's connection string.</summary>
    public string ApiDatabase =>
        new NpgsqlConnectionStringBuilder(Servers.Database) { Username = "labstogo_api", Password = StackSettings.ApiPassword }.ConnectionString;

    /// <summary>The workers' connection string.</summary>
    public string ServiceDatabase =>
        new NpgsqlConnectionStringBuilder(Servers.Database) { Username = "labstogo_service", Password = StackSettings.ServicePassword }.ConnectionString;

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(SmsWorkers.Append(Web).Append(CampaignWorker).Append(Api).Select(service => service.KillAsync()));
        // The logs go with this stack. Of a test that met a 500, this is what tells why.
        foreach (var error in await Api.UnhandledExceptionsAsync())
            await Console.Error.WriteLineAsync($"The Api: {error}");
        await _sandbox.StopAsync();
        await _sandbox.DisposeAsync();
        if (_telemetry is not null)
            await _telemetry.DisposeAsync();
        await Servers.DisposeAsync();
    }

    private async Task StartAllAsync(bool web)
    {
        await Task.WhenAll(_sandbox.StartAsync(), Servers.StartRedisAsync(), Servers.StartRabbitMqAsync(), MigrateAsync());
        await Task.WhenAll(
        [
            Api.StartAsync(),
            CampaignWorker.StartAsync(),
            .. SmsWorkers.Select(worker => worker.StartAsync()),
            .. web ? [Web.StartAsync()] : Array.Empty<Task>(),
        ]);
    }

    private async Task MigrateAsync()
    {
        await Servers.StartPostgresAsync();
        await NewMigrations("migrations", Servers.Database).RunToEndAsync();
    }

    private static Dictionary<string, string> With(Dictionary<string, string> settings, IReadOnlyDictionary<string, string> others)
    {
        var all = new Dictionary<string, string>(settings);
        foreach (var (key, value) in others)
            all[key] = value;
        return all;
    }

    private ServiceProcess Service(string name, string project, Dictionary<string, string> environment) =>
        new(name, project, Servers, _telemetry is null ? environment : With(environment, _telemetry.EnvironmentOf(name))) { ClockAhead = _clocksAhead };

    private static async Task<NpgsqlConnection> OpenAsync(string connectionString)
    {
        var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }
}
