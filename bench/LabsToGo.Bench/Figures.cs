using System.Globalization;
using System.Text.Json;

namespace LabsToGo.Bench;

/// <summary>What was measured, by name; ratios carry over to other machines, the rest does not.</summary>
internal sealed class Figures
{
    public static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public SortedDictionary<string, double> Values { get; } = new(StringComparer.Ordinal);

    public void Add(string name, double value)
    {
        Values[name] = Math.Round(value, 3);
        Console.WriteLine($"  {name,-64} {value.ToString("#,0.###", CultureInfo.InvariantCulture),14}");
    }

    /// <summary>The best ratio of all numbers of workers is the pipeline's.</summary>
    public void Print()
    {
        foreach (var latency in (int[])[0, 50])
        {
            var ratios = Values.Where(pair => pair.Key.StartsWith($"pipeline_ratio_{latency}ms_50000_", StringComparison.Ordinal)).ToList();
            if (ratios.Count > 0)
                Values[$"pipeline_ratio_{latency}ms"] = ratios.Max(pair => pair.Value);
        }
        Console.WriteLine("\n| what | figure |\n|---|---|");
        foreach (var (name, value) in Values)
            Console.WriteLine($"| {name} | {value.ToString("#,0.###", CultureInfo.InvariantCulture)} |");
    }
}
