using System.Text.RegularExpressions;
using LabsToGo.Testing.Processes;

namespace LabsToGo.Testing;

/// <summary>One of our services as a process of its own, as it runs in production: it can be killed.</summary>
public sealed class ServiceProcess
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);

    private static readonly HttpClient Probe = new() { Timeout = TimeSpan.FromSeconds(2) };

    private readonly string _name;
    private readonly string _project;
    private readonly TestServers _servers;
    private readonly Dictionary<string, string> _environment;

    private ChildProcess? _process;

    public ServiceProcess(string name, string project, TestServers servers, Dictionary<string, string> environment)
    {
        (_name, _project, _servers) = (name, project, servers);
        Url = new Uri($"http://127.0.0.1:{Ports.Free()}");
        _environment = new()
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_URLS"] = Url.ToString(),
            // Of an Api, which nothing stands before; whoever is told otherwise below knows better.
            ["Twilio__PublicBaseUrl"] = Url.ToString(),
            ["DOTNET_gcServer"] = "0",
            // In production workers compile everything well at once. Here they are started again and again, and don't live long enough for a profile to pay.
            ["DOTNET_TC_QuickJit"] = "1",
            ["DOTNET_TieredPGO"] = "0",
        };
        foreach (var (key, value) in environment)
            _environment[key] = value;
    }

    public Uri Url { get; }

    public string LogFile => _servers.Log(_name);

    /// <summary>Of the running one.</summary>
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException($"{_name} was not started.");

    public bool IsRunning => _process is { Exited.IsCompleted: false };

    /// <summary>How far its wall clock is ahead of the right one, from the next start on.</summary>
    public TimeSpan ClockAhead { get; set; }

    /// <param name="healthy">Wait until it is; else return as soon as it runs.</param>
    public async Task StartAsync(bool healthy = true)
    {
        var gate = new Lock();
        var environment = new Dictionary<string, string>(_environment.Concat(FakeClock.Environment(ClockAhead)));
        _process = ChildProcess.Start(
            new Launch(_name, "dotnet", ["exec", Clone.Service(_project)], environment, Path.Combine(Clone.Folder, _project)),
            _servers.Ledger,
            line =>
            {
                lock (gate)
                    File.AppendAllText(LogFile, line + "\n");
            });
        if (!healthy)
            return;
        using var patience = new CancellationTokenSource(StartPatience);
        while (!await IsHealthyAsync())
        {
            if (_process.Exited.IsCompleted || patience.IsCancellationRequested)
                throw new InvalidOperationException($"{_name} did not start:\n{await LastLinesAsync()}");
            await Task.Delay(100, CancellationToken.None);
        }
    }

    /// <summary>Runs it to its end.</summary>
    public async Task RunToEndAsync()
    {
        await StartAsync(healthy: false);
        if (await _process!.Exited != 0)
            throw new InvalidOperationException($"{_name} failed:\n{await LastLinesAsync()}");
    }

    /// <summary>What it logged of exceptions that nobody expected: of each what it says, and where in our code.</summary>
    public async Task<IReadOnlyList<string>> UnhandledExceptionsAsync()
    {
        if (!File.Exists(LogFile))
            return [];
        // An entry begins at a line's first column, and goes on further in.
        var entries = Regex.Split(await File.ReadAllTextAsync(LogFile), @"\n(?=\S)");
        return
        [
            .. entries
                .Where(entry => entry.StartsWith("fail: LabsToGo.Api.Errors.ProblemExceptionHandler", StringComparison.Ordinal))
                .Select(
                    entry => string.Join(
                        '\n', entry.Split('\n').Where((line, number) => number < 4 || line.Contains(" at LabsToGo", StringComparison.Ordinal)))),
        ];
    }

    /// <summary>SIGKILL.</summary>
    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    /// <summary>SIGTERM, and after <paramref name="patience"/> SIGKILL.</summary>
    public Task StopAsync(TimeSpan patience) => _process?.StopAsync(patience) ?? Task.CompletedTask;

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            using var answer = await Probe.GetAsync(new Uri(Url, "/health"));
            return answer.IsSuccessStatusCode;
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    private async Task<string> LastLinesAsync() =>
        File.Exists(LogFile) ? string.Join('\n', (await File.ReadAllLinesAsync(LogFile)).TakeLast(20)) : "";
}
