using System.Globalization;

namespace LabsToGo.Testing.Processes;

/// <summary>A process that we started, known by its id and the moment of its start: ids are given out again, the pair is not.</summary>
/// <param name="StartedTicks">Clock ticks after boot, from <c>/proc/PID/stat</c>.</param>
internal sealed record ProcessRecord(string Name, int Id, long StartedTicks)
{
    public static ProcessRecord? Find(string name, int id) => StartOf(id) is { } started ? new(name, id, started) : null;

    public bool IsAlive() => StartOf(Id) == StartedTicks;

    private static long? StartOf(int id)
    {
        string stat;
        try
        {
            stat = File.ReadAllText($"/proc/{id}/stat");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
        // The second field is the program's name in brackets and may hold spaces; the start is the 22nd field, a zombie's state the third.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return fields[0] is "Z" or "X" ? null : long.Parse(fields[19], CultureInfo.InvariantCulture);
    }
}
