namespace LabsToGo.Bench;

internal static class Comparison
{
    /// <summary>The bare loop, the pipeline, and the bare loop again: a machine that slows down meanwhile shows.</summary>
    public static async Task RunAsync(BenchStack stack, Figures figures, int recipients, int latency, int workers)
    {
        Console.WriteLine($"\n{recipients:N0} recipients, sandbox at {latency} ms, {workers} SMS worker(s)");
        var key = $"{latency}ms_{recipients}_{workers}w";
        await stack.UseSmsWorkersAsync(workers);
        await stack.SetLatencyAsync(latency);
        await Pipeline.RunAsync(stack, 2_000);

        var before = await BareLoop.RunAsync(stack.SandboxUrl, stack.ApiUrl, Math.Min(recipients, 50_000));
        await using var database = await stack.OpenAsync();
        await Statements.ResetAsync(database);
        var used = stack.Use();
        var pipeline = await Pipeline.RunAsync(stack, recipients);
        foreach (var (name, use) in stack.Use())
        {
            figures.Add($"cpu_microseconds_per_message_{key}_{name}", (use.CpuSeconds - used[name].CpuSeconds) * 1_000_000 / recipients);
            figures.Add($"peak_megabytes_{key}_{name}", use.PeakMegabytes);
        }
        await Statements.AddAsync(database, figures, key, recipients);
        var after = await BareLoop.RunAsync(stack.SandboxUrl, stack.ApiUrl, Math.Min(recipients, 50_000));

        var bare = (before + after) / 2;
        figures.Add($"bare_per_second_{key}", bare);
        figures.Add($"pipeline_per_second_{key}", pipeline.Total);
        figures.Add($"pipeline_ratio_{key}", pipeline.Total / bare);
        figures.Add($"planning_rows_per_second_{key}", pipeline.Planned);
        figures.Add($"first_accepted_seconds_{key}", pipeline.First);
        await Latency.AddAsync(database, figures, key);
    }
}
