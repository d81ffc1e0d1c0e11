using System.Diagnostics;
using Npgsql;

namespace LabsToGo.Bench.Lists;

/// <summary>
/// Fills the database by <c>generate_series</c>, past the triggers; what they keep is filled in by SQL as well. Campaigns come last: until they are there, no
/// worker looks for messages of theirs, for which the indexes are still missing.
/// </summary>
internal static class ListFilling
{
    public static async Task RunAsync(BenchStack stack, Figures figures)
    {
        Console.WriteLine($"Filling in {FilledPatients.Count:N0} patients and {FilledCampaigns.Messages:N0} messages …");
        var started = Stopwatch.GetTimestamp();
        await using var database = await OpenAsync(stack);
        await StepAsync(database, "plan", Scaffold, FilledPatients.People, "create index on bench.people (n)", "analyze bench.people", FilledCampaigns.Plans);
        var later = await TakeIndexesAsync(database);
        await StepAsync(database, "patients", FilledPatients.Patients, FilledPatients.Consents, FilledPatients.Unreachable);
        await Task.WhenAll(MessagesAsync(stack, 0), MessagesAsync(stack, 1));
        await StepAsync(database, "indexes", later);
        await StepAsync(
            database, "campaigns", FilledMessages.Batches, FilledMessages.Counters, FilledMessages.Notable, FilledCampaigns.Campaigns);
        await StepAsync(database, "traffic", FilledTraffic.RepliesToUs, FilledTraffic.ImportsWithErrors, FilledTraffic.Audit);
        await StepAsync(database, "vacuum", "drop schema bench cascade", "vacuum analyze");
        figures.Add("pages_filling_seconds", Stopwatch.GetElapsedTime(started).TotalSeconds);
    }

    /// <summary>Tables of ours that go again, and whose messages they are.</summary>
    private const string Scaffold =
        """
        create schema bench;
        create table bench.organization as
        select o.id, (select u.id from users u where u.organization_id = o.id and u.role = 'owner' limit 1) as owner,
            (select array_agg(u.id) from users u where u.organization_id = o.id) as staff,
            (select array_agg(s.id) from senders s where s.organization_id = o.id) as senders
        from organizations o order by o.created_at limit 1;
        """;

    private static async Task MessagesAsync(BenchStack stack, int half)
    {
        await using var database = await OpenAsync(stack);
        await StepAsync(database, $"messages, half {half + 1}", FilledMessages.Messages(half));
    }

    /// <summary>An index that is made at once over all rows takes a fraction of the time of one that grows row by row.</summary>
    /// <returns>What makes them again.</returns>
    private static async Task<string[]> TakeIndexesAsync(NpgsqlConnection database)
    {
        List<(string Name, string Definition)> indexes = [];
        await using (var command = new NpgsqlCommand(
            "select indexname, indexdef from pg_indexes where tablename in ('messages', 'patients', 'audit_entries') and indexname not like 'pk_%'", database))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                indexes.Add((reader.GetString(0), reader.GetString(1)));
        }
        await StepAsync(database, "no indexes", [.. indexes.Select(index => $"drop index {index.Name}")]);
        return [.. indexes.Select(index => index.Definition)];
    }

    private static async Task StepAsync(NpgsqlConnection database, string name, params string[] statements)
    {
        var started = Stopwatch.GetTimestamp();
        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand(sql, database) { CommandTimeout = 1800 };
            await command.ExecuteNonQueryAsync();
        }
        Console.WriteLine($"  {name,-20} {Stopwatch.GetElapsedTime(started).TotalSeconds,6:0.0} s");
    }

    private static async Task<NpgsqlConnection> OpenAsync(BenchStack stack)
    {
        var database = await stack.OpenAsync();
        await using var command = new NpgsqlCommand(
            "set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB'", database);
        await command.ExecuteNonQueryAsync();
        return database;
    }
}
