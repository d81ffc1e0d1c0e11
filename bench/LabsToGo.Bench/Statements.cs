using Npgsql;

namespace LabsToGo.Bench;

/// <summary>What Postgres did, by its own account (pg_stat_statements).</summary>
internal static class Statements
{
    private const int Shown = 8, ShownCharacters = 90;

    public static async Task ResetAsync(NpgsqlConnection database)
    {
        await using var command = new NpgsqlCommand("create extension if not exists pg_stat_statements; select pg_stat_statements_reset()", database);
        await command.ExecuteNonQueryAsync();
    }

    public static async Task AddAsync(NpgsqlConnection database, Figures figures, string key, int messages)
    {
        await using var command = new NpgsqlCommand(
            """
            select sum(calls) over ()::float8, calls, total_exec_time, rows, regexp_replace(query, '\s+', ' ', 'g')
            from pg_stat_statements where query !~ 'campaign_counters n on n.campaign_id = c.id where'
            order by total_exec_time desc
            limit $1
            """,
            database);
        command.Parameters.Add(new() { Value = Shown });
        await using var reader = await command.ExecuteReaderAsync();
        for (var first = true; await reader.ReadAsync(); first = false)
        {
            if (first)
                figures.Add($"queries_per_message_{key}", reader.GetDouble(0) / messages);
            var query = reader.GetString(4);
            Console.WriteLine(
                $"    {reader.GetDouble(2) * 1000 / messages,8:0.0} us/message {reader.GetInt64(1),8} calls {reader.GetInt64(3),9} rows  " +
                $"{query[..Math.Min(query.Length, ShownCharacters)]}");
        }
    }
}
