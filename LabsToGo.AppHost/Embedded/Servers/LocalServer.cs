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

    /// <summary>Ends when the server does.</summary>
    public Task<int> Exited => process?.Exited ?? Task.FromResult(0);

    protected ProcessLedger Ledger => ledger;

    /// <exception cref="MissingServerException">A program is missing.</exception>
    /// <exception cref="ServerFailedException">It ended or did not answer in time.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var launch = await PrepareAsync();
        process = ChildProcess.Start(launch, ledger, Log);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(StartPatience);
        while (!await IsReadyAsync(patience.Token))
        {
            if (process.Exited.IsCompleted)
                throw new ServerFailedException(name, $"it ended with code {await process.Exited}.", logFile);
            if (patience.IsCancellationRequested)
            {
                cancellationToken.ThrowIfCancellationRequested();
                throw new ServerFailedException(name, $"it did not answer within {StartPatience.TotalSeconds:0} s.", logFile);
            }
            await Task.Delay(50, CancellationToken.None);
        }
        await ReadyAsync();
    }

    public virtual Task StopAsync() => process?.StopAsync(StopPatience) ?? Task.CompletedTask;

    /// <summary>As a crash would.</summary>
    public virtual Task KillAsync() => process?.KillAsync() ?? Task.CompletedTask;

    /// <summary>Makes the data folder on the first start.</summary>
    protected abstract Task<Launch> PrepareAsync();

    protected abstract Task<bool> IsReadyAsync(CancellationToken cancellationToken);

    protected virtual Task ReadyAsync() => Task.CompletedTask;

    protected void Log(string line)
    {
        lock (this)
            File.AppendAllText(logFile, line + "\n");
    }
}
