using System.Text.Json;

namespace LabsToGo.Testing.Processes;

/// <summary>
/// The processes that we started, in a file: whoever starts next after a SIGKILL ends what is left of them, and nothing else.
/// Each is the leader of a group of its own, so its children end with it.
/// </summary>
internal sealed class ProcessLedger(string file)
{
    private readonly Lock _gate = new();

    private readonly List<ProcessRecord> _records = [];

    public void Add(ProcessRecord record)
    {
        lock (_gate)
        {
            _records.Add(record);
            Save();
        }
    }

    public void Remove(ProcessRecord record)
    {
        lock (_gate)
        {
            _records.Remove(record);
            Save();
        }
    }

    /// <returns>The names of those that were still alive.</returns>
    public async Task<IReadOnlyList<string>> EndLeftOversAsync()
    {
        if (!File.Exists(file))
            return [];
        var left = (JsonSerializer.Deserialize<List<ProcessRecord>>(await File.ReadAllTextAsync(file)) ?? []).Where(record => record.IsAlive()).ToList();
        foreach (var record in left)
            Signals.Send(-record.Id, Signals.Terminate);
        for (var waited = 0; waited < 30 && left.Any(record => record.IsAlive()); waited++)
            await Task.Delay(100);
        foreach (var record in left.Where(record => record.IsAlive()))
            Signals.Send(-record.Id, Signals.Kill);
        File.Delete(file);
        return [.. left.Select(record => record.Name)];
    }

    private void Save()
    {
        if (_records.Count == 0)
        {
            File.Delete(file);
            return;
        }
        // Renamed into place, so that a kill in the middle leaves the old file or the new one.
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(_records));
        File.Move(file + ".new", file, overwrite: true);
    }
}
