using System.Globalization;

namespace LabsToGo.Bench;

/// <summary>What a process and its children have used so far, by Linux's own account (proc(5)).</summary>
/// <param name="CpuSeconds">User and system time, of ended children too.</param>
/// <param name="PeakMegabytes">The most that was ever resident, summed over the processes that live.</param>
internal readonly record struct ProcessUse(double CpuSeconds, double PeakMegabytes)
{
    private const double TicksPerSecond = 100;

    public static ProcessUse Of(int root)
    {
        var children = Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) ? Stat(id) : null)
            .OfType<string[]>()
            .ToLookup(stat => int.Parse(stat[1], CultureInfo.InvariantCulture), stat => int.Parse(stat[^1], CultureInfo.InvariantCulture));
        double ticks = 0, memory = 0;
        var open = new Stack<int>([root]);
        while (open.TryPop(out var id))
        {
            if (Stat(id) is not { } stat)
                continue;
            // utime, stime, cutime, cstime.
            ticks += stat[11..15].Sum(field => double.Parse(field, CultureInfo.InvariantCulture));
            memory += PeakKilobytes(id);
            foreach (var child in children[id])
                open.Push(child);
        }
        return new ProcessUse(ticks / TicksPerSecond, memory / 1024);
    }

    /// <summary>The fields behind the name, which may hold blanks, and the id at the end; null when the process has ended.</summary>
    private static string[]? Stat(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            return [.. line[(line.LastIndexOf(')') + 2)..].Split(' '), $"{id}"];
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static double PeakKilobytes(int id)
    {
        try
        {
            var line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
