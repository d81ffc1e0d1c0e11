using System.Diagnostics;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.Bench;

/// <summary>Lists and searches at the Api beside ten million messages, one call after the other, page by page to the very end.</summary>
internal static class Pages
{
    private const int Messages = 10_000_000, Searches = 500, Limit = 200;

    public static async Task RunAsync(BenchStack stack, Figures figures, int recipients)
    {
        Console.WriteLine($"\nPages of {Limit} rows");
        await using var database = await stack.OpenAsync();
        if (await CountAsync(database, $"campaign_counters where total = {recipients}") == 0)
            await Planning.RunAsync(stack, figures, recipients);
        await FillAsync(database, recipients);
        figures.Add("pages_patients", await CountAsync(database, "patients"));
        figures.Add("pages_messages", await CountAsync(database, "messages"));
        using var api = await stack.SignInAsync();

        var patients = new List<double>();
        await WalkAsync<PatientResponse>(api, "/api/patients/search", after => new PatientSearchRequest(After: after, Limit: Limit), patients);
        Add(figures, "patients", patients);

        var names = new List<double>();
        for (var number = 0; number < Searches; number++)
        {
            var some = Random.Shared.Next(1, recipients);
            foreach (var text in (string[])[$"Patient{some}", $"patient{some % 10}", "bench", $"+1907{2_000_000 + some}", $"IMP-{some}", "nobody",
                $"Patient{some} Bench"])
                names.Add(await TimeAsync(() => api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(text))));
        }
        Add(figures, "patient_search", names);

        var campaign = (await api.GetAsync<Page<CampaignResponse>>("/api/campaigns")).Items.First(shown => shown.Progress.Total == recipients);
        var messages = new List<double>();
        await WalkAsync<MessageResponse>(
            api, $"/api/campaigns/{campaign.Id}/messages/search", after => new MessageSearchRequest(After: after, Limit: Limit), messages);
        Add(figures, "campaign_messages", messages);

        var others = new List<double>();
        var patient = (await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest("bench", Limit: 1))).Items[0];
        for (var number = 0; number < Searches; number++)
        {
            foreach (var path in (string[])["/api/campaigns", $"/api/campaigns/{campaign.Id}", $"/api/patients/{patient.Id}/messages"])
                others.Add(await TimeAsync(() => api.GetAsync<object>(path)));
        }
        Add(figures, "campaigns_and_conversation", others);
    }

    private static async Task WalkAsync<T>(ApiClient api, string path, Func<string?, object> request, List<double> times)
    {
        string? after = null;
        do
            times.Add(await TimeAsync(async () => after = (await api.PostAsync<Page<T>>(path, request(after))).Next));
        while (after is not null);
    }

    private static async Task<double> TimeAsync(Func<Task> call)
    {
        var started = Stopwatch.GetTimestamp();
        await call();
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static void Add(Figures figures, string name, List<double> times)
    {
        times.Sort();
        figures.Add($"page_milliseconds_p50_{name}", times[times.Count / 2]);
        figures.Add($"page_milliseconds_p99_{name}", times[times.Count * 99 / 100]);
        figures.Add($"page_milliseconds_max_{name}", times[^1]);
    }

    /// <summary>Campaigns of years gone by: copies of the largest, all delivered.</summary>
    private static async Task FillAsync(NpgsqlConnection database, int recipients)
    {
        for (var left = (Messages - await CountAsync(database, "messages")) / recipients; left > 0; left--)
        {
            await ExecuteAsync(
                database,
                $"""
                with largest as (
                    select c.* from campaigns c join campaign_counters n on n.campaign_id = c.id where n.total = {recipients} order by c.id limit 1
                ), copied as (
                    insert into campaigns
                    select (jsonb_populate_record(null::campaigns, to_jsonb(largest) || jsonb_build_object('id', gen_random_uuid(), 'status', 'completed'))).*
                    from largest
                    returning id
                )
                insert into messages (id, organization_id, campaign_id, patient_id, sender_id, phone, time_zone, body, segments, status, attempts,
                    provider_sid, created_at, updated_at)
                select gen_random_uuid(), m.organization_id, copied.id, m.patient_id, m.sender_id, m.phone, m.time_zone, m.body, m.segments, 'delivered', 1,
                    m.provider_sid, m.created_at, m.updated_at
                from messages m
                cross join copied
                where m.campaign_id = (select id from largest)
                """);
        }
        await ExecuteAsync(database, "vacuum analyze messages");
        await ExecuteAsync(database, "vacuum analyze patients");
    }

    private static async Task<long> CountAsync(NpgsqlConnection database, string from)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {from}", database) { CommandTimeout = 600 };
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection database, string sql)
    {
        await using var command = new NpgsqlCommand(sql, database) { CommandTimeout = 1200 };
        await command.ExecuteNonQueryAsync();
    }
}
