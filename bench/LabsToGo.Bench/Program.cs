using System.Text.Json;
using LabsToGo.Bench;

// ./bench.sh [--quick] [--json FILE]: the bare loop and the whole pipeline, in turn and in one run.
var quick = args.Contains("--quick");
var json = Array.IndexOf(args, "--json") is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;

var figures = new Figures();
await using var stack = await BenchStack.StartAsync();
Console.WriteLine("Filling the database …");
await stack.FillAsync(quick ? 50_000 : 1_000_000);

foreach (var latency in (int[])[0, 50])
{
    foreach (var workers in (int[])[1, 2])
        await Comparison.RunAsync(stack, figures, recipients: 50_000, latency, workers);
}
await Planning.RunAsync(stack, figures, 50_000);
await Callbacks.RunAsync(stack, figures);
await Imports.RunAsync(stack, figures, quick ? 100_000 : 1_000_000);
if (!quick)
{
    // How cost and memory grow.
    foreach (var recipients in (int[])[10_000, 100_000, 1_000_000])
        await Comparison.RunAsync(stack, figures, recipients, latency: 0, workers: 1);
    await Planning.RunAsync(stack, figures, 1_000_000);
}

figures.Print();
if (json is not null)
    await File.WriteAllTextAsync(json, JsonSerializer.Serialize(figures.Values, Figures.Json));
