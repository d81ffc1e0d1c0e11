using Npgsql;

namespace LabsToGo.Bench;

/// <summary>From the moment a row came due, which here is when it was planned, until its acceptance was recorded, in the newest campaign.</summary>
internal static class Latency
{
    public static async Task AddAsync(NpgsqlConnection database, Figures figures, string key)
    {
        await using var command = new NpgsqlCommand(
            """
            select extract(epoch from percentile_cont(0.5) within group (order by updated_at - created_at))::float8,
                extract(epoch from percentile_cont(0.99) within group (order by updated_at - created_at))::float8
            from messages
            where campaign_id = (select id from campaigns order by started_at desc nulls last limit 1)
            """,
            database) { CommandTimeout = 300 };
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        figures.Add($"due_to_accepted_p50_seconds_{key}", reader.GetDouble(0));
        figures.Add($"due_to_accepted_p99_seconds_{key}", reader.GetDouble(1));
    }
}
