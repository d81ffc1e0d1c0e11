using System.Diagnostics;

namespace LabsToGo.Testing.Processes;

/// <summary>A process in a group of its own, so that a Ctrl-C reaches us alone and we end the group in our order.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process process;
    private readonly ProcessLedger ledger;
    private readonly ProcessRecord? record;
    private readonly Launch launch;

    private ChildProcess(Process process, Launch launch, ProcessLedger ledger)
    {
        (this.process, this.launch, this.ledger) = (process, launch, ledger);
        record = ProcessRecord.Find(launch.Name, process.Id);
        if (record is not null)
            ledger.Add(record);
        Exited = WaitAsync();
    }

    public int Id => process.Id;

    /// <summary>Ends with the exit code.</summary>
    public Task<int> Exited { get; }

    public static ChildProcess Start(Launch launch, ProcessLedger ledger, Action<string> output)
    {
        var start = new ProcessStartInfo("setsid")
        {
            WorkingDirectory = launch.WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in launch.Arguments.Prepend(launch.File))
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in launch.Environment)
            start.Environment[name] = value;

        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Pass(line.Data, output);
        process.ErrorDataReceived += (_, line) => Pass(line.Data, output);
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildProcess(process, launch, ledger);
    }

    /// <summary>Asks it to end, and ends its whole group by force when it has not in time.</summary>
    public async Task StopAsync(TimeSpan patience)
    {
        Signals.Send(process.Id, Signals.Terminate);
        if (await Task.WhenAny(Exited, Task.Delay(patience)) != Exited)
            await KillAsync();
    }

    public async Task KillAsync()
    {
        Signals.Send(-process.Id, Signals.Kill);
        await Exited;
    }

    public void Dispose() => process.Dispose();

    private async Task<int> WaitAsync()
    {
        await process.WaitForExitAsync();
        // What it left running in its group goes as well.
        Signals.Send(-process.Id, Signals.Kill);
        if (record is not null)
            ledger.Remove(record);
        return process.ExitCode;
    }

    private static void Pass(string? line, Action<string> output)
    {
        if (line is not null)
            output(line);
    }
}
