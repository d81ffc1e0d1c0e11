using System.Diagnostics;
using LabsToGo.Bench.Lists;
using LabsToGo.Testing;

namespace LabsToGo.Bench;

/// <summary>Every list of the Api beside a million patients and ten million messages, at random depths and by random filters, one after the other.</summary>
internal static class Pages
{
    /// <summary>In milliseconds, for the slowest of a hundred calls.</summary>
    private const double Bar = 50;

    /// <summary>The first calls of a page compile it, and are not counted.</summary>
    private const int Warm = 20, Calls = 1_000;

    public static async Task RunAsync(BenchStack stack, Figures figures)
    {
        Console.WriteLine("\nList pages");
        await ListFilling.RunAsync(stack, figures);
        await using var database = await stack.OpenAsync();
        List<PageTimes> measured = [];
        foreach (var page in new ListPages(await ListSamples.ReadAsync(database)).All)
        {
            // Each page signs in anew, so that no access token runs out on the way.
            using var api = await stack.SignInAsync();
            measured.Add(await MeasureAsync(api, page));
            Add(figures, measured[^1]);
        }
        figures.Add("pages_over_the_bar", measured.Count(page => page.P99 >= Bar));
        Print(measured);

        using var watched = await stack.SignInAsync();
        foreach (var page in measured.Where(page => page.P99 >= Bar).DefaultIfEmpty(measured.MaxBy(page => page.P99)!))
            Console.WriteLine($"\nThe slowest statement of {page.Name}: {await SlowestPlan.OfAsync(stack, database, watched, page)}");
    }

    private static async Task<PageTimes> MeasureAsync(ApiClient api, ListPage page)
    {
        List<(double Milliseconds, PageCall Call)> calls = [];
        for (var number = -Warm; number < Calls; number++)
        {
            var call = page.Next();
            var started = Stopwatch.GetTimestamp();
            using var answer = await api.SendAsync(call.Method, call.Path, call.Body);
            if (number >= 0)
                calls.Add((Stopwatch.GetElapsedTime(started).TotalMilliseconds, call));
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"{call}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
        return new PageTimes(page.Name, [.. calls.OrderBy(call => call.Milliseconds)]);
    }

    private static void Add(Figures figures, PageTimes page)
    {
        figures.Add($"page_milliseconds_p50_{page.Name}", page.P50);
        figures.Add($"page_milliseconds_p99_{page.Name}", page.P99);
        figures.Add($"page_milliseconds_max_{page.Name}", page.Max);
    }

    private static void Print(List<PageTimes> measured)
    {
        Console.WriteLine($"\n| page | p50 | p99 | max | p99 under {Bar} ms | slowest call |\n|---|---|---|---|---|---|");
        foreach (var page in measured)
            Console.WriteLine(FormattableString.Invariant(
                $"| {page.Name} | {page.P50:0.0} | {page.P99:0.0} | {page.Max:0.0} | {(page.P99 < Bar ? "yes" : "NO")} | {page.Calls[^1].Call} |"));
    }
}
