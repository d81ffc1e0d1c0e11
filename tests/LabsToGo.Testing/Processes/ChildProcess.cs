using System.Diagnostics;

namespace LabsToGo.Testing.Processes;

/// <summary>A process in a group of its own, so that a Ctrl-C reaches us alone and we end the group in our order.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly ProcessLedger _ledger;
    private readonly ProcessRecord? _record;
    private readonly Launch _launch;

    private ChildProcess(Process process, Launch launch, ProcessLedger ledger)
    {
        (_process, _launch, _ledger) = (process, launch, ledger);
        _record = ProcessRecord.Find(launch.Name, process.Id);
        if (_record is not null)
            ledger.Add(_record);
        Exited = WaitAsync();
    }

    public int Id => _process.Id;

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
        Signals.Send(_process.Id, Signals.Terminate);
        if (await Task.WhenAny(Exited, Task.Delay(patience)) != Exited)
            await KillAsync();
    }

    public async Task KillAsync()
    {
        Signals.Send(-_process.Id, Signals.Kill);
        await Exited;
    }

    public void Dispose() => _process.Dispose();

    private async Task<int> WaitAsync()
    {
        await _process.WaitForExitAsync();
        // What it left running in its group goes as well.
        Signals.Send(-_process.Id, Signals.Kill);
        if (_record is not null)
            _ledger.Remove(_record);
        return _process.ExitCode;
    }

    private static void Pass(string? line, Action<string> output)
    {
        if (line is not null)
            output(line);
    }
}
