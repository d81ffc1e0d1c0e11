using System.Text.Json;
using LabsToGo.Bench;

// ./bench.sh [--quick] [--only pipeline|planning|callbacks|import|growth|pages] [--json FILE]: the bare loop and the whole pipeline, in turn and in one run.
// --lists is --only pages, which fills the database by itself.
string[] parts = ["pipeline", "planning", "callbacks", "import", "growth", "pages"];
var quick = args.Contains("--quick");
var json = ValueOf("--json");
if ((args.Contains("--lists") ? "pages" : ValueOf("--only")) is { } only)
    parts = parts.Contains(only) ? [only] : throw new ArgumentException($"--only takes one of: {string.Join(", ", parts)}");

var figures = new Figures();
await using var stack = await BenchStack.StartAsync();
if (parts is not ["pages"])
{
    Console.WriteLine("Filling the database …");
    await stack.FillAsync(quick ? 50_000 : 1_000_000);
}

if (parts.Contains("pipeline"))
{
    foreach (var latency in (int[])[0, 50])
    {
        foreach (var workers in (int[])[1, 2])
            await Comparison.RunAsync(stack, figures, recipients: 50_000, latency, workers);
    }
}
if (parts.Contains("planning"))
    await Planning.RunAsync(stack, figures, 50_000);
if (parts.Contains("callbacks"))
    await Callbacks.RunAsync(stack, figures);
if (parts.Contains("import"))
    await Imports.RunAsync(stack, figures, quick ? 100_000 : 1_000_000);
if (parts.Contains("growth") && !quick)
{
    // How cost and memory grow.
    foreach (var recipients in (int[])[10_000, 100_000, 1_000_000])
        await Comparison.RunAsync(stack, figures, recipients, latency: 0, workers: 1);
    await Planning.RunAsync(stack, figures, 1_000_000);
}

if (parts.Contains("pages") && !quick)
    await Pages.RunAsync(stack, figures);

figures.Print();
if (json is not null)
    await File.WriteAllTextAsync(json, JsonSerializer.Serialize(figures.Values, Figures.Json));

string? ValueOf(string option) => Array.IndexOf(args, option) is >= 0 and var at && at + 1 < args.Length ? args[at + 1] : null;
