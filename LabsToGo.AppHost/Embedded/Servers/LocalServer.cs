using LabsToGo.AppHost.Embedded.Processes;

namespace LabsToGo.AppHost.Embedded.Servers;

/// <summary>A real server from the machine's own programs, on 127.0.0.1, with its data in a folder of its own.</summary>
internal abstract class LocalServer(string name, string folder, string logFile, ProcessLedger ledger)
{
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60), StopPatience = TimeSpan.FromSeconds(4);

    private ChildProcess? process;

    public string Name => name;

    public string Folder => folder;

    public int Port { get; } = Ports.Free();

    public abstract string ConnectionString { get; }

    /// <summary>None before the first start.</summary>
    public int? ProcessId => process?.Id;

    /// <summary>Ends when the server does.</summary>
    public Task<int> Exited => process?.Exited ?? Task.FromResult(0);

    protected ProcessLedger Ledger => ledger;

    /// <exception cref="MissingServerException">A program is missing.</exception>
    /// <exception cref="ServerFailedException">It ended or did not answer in time.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var launch = await PrepareAsync();
            cancellationToken.ThrowIfCancellationRequested();
            process = ChildProcess.Start(launch, ledger, Log);
            await AnswersAsync(process, cancellationToken);
            await ReadyAsync();
        }
        catch
        {
            // Whoever stops everything may have looked before this process was there: a start that fails ends what it began.
            await KillAsync();
            throw;
        }
    }

    public virtual Task StopAsync() => process?.StopAsync(StopPatience) ?? Task.CompletedTask;

    /// <summary>As a crash would.</summary>
    public virtual Task KillAsync() => process?.KillAsync() ?? Task.CompletedTask;

    /// <summary>Makes the data folder on the first start.</summary>
    protected abstract Task<Launch> PrepareAsync();

    protected abstract Task<bool> IsReadyAsync(CancellationToken cancellationToken);

    protected virtual Task ReadyAsync() => Task.CompletedTask;

    private async Task AnswersAsync(ChildProcess started, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StartPatience);
        while (!await IsReadyAsync(patience.Token))
        {
            if (started.Exited.IsCompleted)
                throw new ServerFailedException(name, $"it ended with code {await started.Exited}.", logFile);
            if (patience.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new ServerFailedException(name, $"it did not answer within {StartPatience.TotalSeconds:0} s.", logFile);
            }
            await Task.Delay(50, CancellationToken.None);
        }
    }

    protected void Log(string line)
    {
        lock (this)
            File.AppendAllText(logFile, line + "\n");
    }
}
