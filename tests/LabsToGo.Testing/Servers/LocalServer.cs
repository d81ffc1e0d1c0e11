using LabsToGo.Testing.Processes;

namespace LabsToGo.Testing.Servers;

/// <summary>A real server, started by the AppHost's own script, on 127.0.0.1 and with a folder of its own: this one can be killed.</summary>
internal abstract class LocalServer(string name, string script, string folder, string logFile, string password, ProcessLedger ledger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private ChildProcess? _process;

    public string Name => name;

    public int Port { get; } = Ports.Free();

    public abstract string ConnectionString { get; }

    /// <summary>None before the first start.</summary>
    public int? ProcessId => _process?.Id;

    /// <summary>Ends when the server does.</summary>
    public Task<int> Exited => _process?.Exited ?? Task.FromResult(0);

    protected string Folder => folder;

    protected string Password => password;

    /// <summary>What the script wants to know beside the port, the folder and the password.</summary>
    protected virtual Dictionary<string, string> Settings => [];

    /// <exception cref="InvalidOperationException">It ended, or did not answer in time.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string>(Settings) { ["PORT"] = $"{Port}", ["FOLDER"] = folder, ["PASSWORD"] = password };
        _process = ChildProcess.Start(
            new Launch(name, "bash", [Path.Combine(Clone.Folder, "LabsToGo.AppHost", "LocalServers", script)], settings, "/"), ledger, Log);
        try
        {
            await ReadyAsync(_process, cancellationToken);
        }
        catch
        {
            // A start that fails ends what it began.
            await KillAsync();
            throw;
        }
    }

    /// <summary>As a crash would.</summary>
    public Task KillAsync() => _process?.KillAsync() ?? Task.CompletedTask;

    /// <summary>Throws while it is not ready.</summary>
    protected abstract Task ProbeAsync(CancellationToken cancellationToken);

    private async Task ReadyAsync(ChildProcess started, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            try
            {
                await ProbeAsync(patience.Token);
                return;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                if (started.Exited.IsCompleted || patience.IsCancellationRequested)
                    throw new InvalidOperationException(
                        $"{name} did not start. Its log: {logFile}\n{(File.Exists(logFile) ? string.Join('\n', File.ReadLines(logFile).TakeLast(20)) : "")}",
                        exception);
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }

    private void Log(string line)
    {
        lock (this)
            File.AppendAllText(logFile, line + "\n");
    }
}
