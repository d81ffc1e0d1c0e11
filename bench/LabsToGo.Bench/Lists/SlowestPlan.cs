using System.Globalization;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.Bench.Lists;

/// <summary>
/// The plan of a page's slowest statement. Its slowest calls are made once more, this time with <c>auto_explain</c> on: a measured call is not slowed down by
/// being watched.
/// </summary>
internal static class SlowestPlan
{
    private const int Repeated = 10;

    /// <summary>For the server at its start: the Api's connections have it loaded before they are watched, and the log tells whose a statement is.</summary>
    public const string PostgresOptions = "-c session_preload_libraries=auto_explain -c log_line_prefix=%u:";

    public static async Task<string> OfAsync(BenchStack stack, NpgsqlConnection database, ApiClient api, PageTimes page)
    {
        var log = Path.Combine(stack.Servers.Logs, "postgres.log");
        var before = new FileInfo(log).Length;
        await SetAsync(database, "0");
        foreach (var (_, call) in page.Calls.TakeLast(Repeated))
            (await api.SendAsync(call.Method, call.Path, call.Body)).Dispose();
        await SetAsync(database, "-1");

        await using var file = new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = before;
        using var reader = new StreamReader(file);
        return Plans((await reader.ReadToEndAsync()).Split('\n')).MaxBy(plan => plan.Milliseconds).Text ?? "none was logged";
    }

    /// <summary>An entry begins with its duration; the lines of its plan are indented by a tab.</summary>
    private static IEnumerable<(double Milliseconds, string Text)> Plans(string[] lines)
    {
        for (var at = 0; at < lines.Length; at++)
        {
            var words = lines[at].Split(' ');
            var duration = Array.IndexOf(words, "duration:");
            if (duration < 0 || !lines[at].StartsWith("labstogo_api:", StringComparison.Ordinal) || !lines[at].EndsWith("plan:", StringComparison.Ordinal))
                continue;
            var plan = lines.Skip(at + 1).TakeWhile(line => line.StartsWith('\t')).Select(line => line[1..]).ToList();
            yield return (double.Parse(words[duration + 1], CultureInfo.InvariantCulture), $"{words[duration + 1]} ms\n{string.Join('\n', plan)}");
        }
    }

    private static async Task SetAsync(NpgsqlConnection database, string milliseconds)
    {
        foreach (var sql in (string[])
            ["load 'auto_explain'", "alter system set auto_explain.log_analyze = on", "alter system set auto_explain.log_buffers = on",
                $"alter system set auto_explain.log_min_duration = {milliseconds}", "select pg_reload_conf()", "select pg_sleep(1)"])
        {
            await using var command = new NpgsqlCommand(sql, database);
            await command.ExecuteNonQueryAsync();
        }
    }
}
