using System.Diagnostics;
using LabsToGo.Contracts.Http;
using Npgsql;

namespace LabsToGo.Bench;

/// <summary>The whole way: a campaign is started through the Api, planned, dispatched, sent, and every outcome recorded.</summary>
internal static class Pipeline
{
    public const string Template = "Hi {{ first_name }}, {{ lab_name }} here. Reply STOP to opt out.";

    /// <param name="Total">Messages per second from the start's acknowledgement to the last row recorded.</param>
    /// <param name="Planned">Rows per second from the acknowledgement until all are planned.</param>
    /// <param name="First">Seconds from the acknowledgement until a first row was accepted.</param>
    internal sealed record Result(double Total, double Planned, double First);

    public static async Task<Result> RunAsync(BenchStack stack, int recipients)
    {
        using var api = await stack.SignInAsync();
        await using var database = await stack.OpenAsync();
        var campaign = await api.StartCampaignAsync(new AudienceFilter(PostalCodePrefix: Population.PrefixOf(recipients)), Template, $"Bench {recipients}");
        var started = Stopwatch.GetTimestamp();
        TimeSpan? planned = null, first = null;
        while (true)
        {
            await using var command = new NpgsqlCommand(
                """
                select c.planned_at is not null, coalesce(n.total, 0), coalesce(n.pending, 0), coalesce(n.accepted, 0)
                from campaigns c left join campaign_counters n on n.campaign_id = c.id where c.id = $1
                """,
                database) { Parameters = { new() { Value = campaign.Id } } };
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            var (done, total, left, accepted) = (reader.GetBoolean(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3));
            if (accepted > 0)
                first ??= Stopwatch.GetElapsedTime(started);
            if (done)
                planned ??= Stopwatch.GetElapsedTime(started);
            if (done && left == 0)
            {
                if (accepted != recipients || total != recipients)
                    throw new InvalidOperationException($"{accepted} of {recipients} were accepted, {total} planned.");
                return new Result(
                    recipients / Stopwatch.GetElapsedTime(started).TotalSeconds, recipients / planned!.Value.TotalSeconds, first!.Value.TotalSeconds);
            }
            await Task.Delay(20);
        }
    }
}
