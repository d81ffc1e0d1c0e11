using Npgsql;

namespace LabsToGo.Bench;

/// <summary>
/// Audiences of every size that is measured, each in a ZIP code area of its own that is no one's real one; and senders that are never the limit.
/// </summary>
internal static class Population
{
    private static readonly int[] Sizes = [2_000, 10_000, 50_000, 100_000, 1_000_000];

    /// <param name="most">The largest audience that is needed.</param>
    public static async Task FillAsync(NpgsqlConnection database, int most)
    {
        await ExecuteAsync(database, "update senders set segments_per_second = 100000");
        var filled = 0;
        foreach (var size in Sizes.Where(size => size <= most))
        {
            await ExecuteAsync(
                database,
                $"""
                -- As an import makes them: ids in the order of the rows, with random ends.
                insert into patients (id, organization_id, first_name, last_name, phone, city, state, postal_code, time_zone, created_at, updated_at)
                select (lpad(to_hex(1760000000000 + n / 40), 12, '0') || '7' || lpad(to_hex(n % 40), 3, '0') || '8' || substr(md5(n::text), 1, 15))::uuid, o.id,
                    'Patient' || n, 'Bench', '+1907' || lpad((2000000 + n)::text, 7, '0'), 'Juneau', 'AK', '{PrefixOf(size)}10', 'America/Juneau', now(), now()
                from generate_series({filled + 1}, {filled + size}) n cross join organizations o
                """);
            filled += size;
        }
        await ExecuteAsync(
            database,
            """
            insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
            select organization_id, id, phone, 'granted', 'import', now() from patients where last_name = 'Bench'
            """);
        await ExecuteAsync(database, "vacuum analyze patients");
        await ExecuteAsync(database, "vacuum analyze consent_events");
    }

    /// <summary>The ZIP code prefix of the audience of that size.</summary>
    public static string PrefixOf(int recipients) => $"{Array.IndexOf(Sizes, recipients) + 1:000}";

    private static async Task ExecuteAsync(NpgsqlConnection database, string sql)
    {
        await using var command = new NpgsqlCommand(sql, database) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
