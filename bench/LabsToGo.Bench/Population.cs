using Npgsql;

namespace LabsToGo.Bench;

internal static class Population
{
    /// <summary>The first 2,000 live in 001…, the next 50,000 in 002…, the rest in 003…, which are no one's real ZIP codes.</summary>
    public static async Task FillAsync(NpgsqlConnection database, int patients)
    {
        await ExecuteAsync(database, "update senders set segments_per_second = 100000");
        await ExecuteAsync(
            database,
            $"""
            insert into patients (id, organization_id, first_name, last_name, phone, city, state, postal_code, time_zone, created_at, updated_at)
            -- As an import makes them: ids in the order of the rows, with random ends.
            select (lpad(to_hex(1760000000000 + n / 40), 12, '0') || '7' || lpad(to_hex(n % 40), 3, '0') || '8' || substr(md5(n::text), 1, 15))::uuid, o.id, 'Patient' || n, 'Bench', '+1907' || lpad((2000000 + n)::text, 7, '0'), 'Juneau', 'AK',
                case when n <= 2000 then '00110' when n <= 52000 then '00210' else '00310' end, 'America/Juneau', now(), now()
            from generate_series(1, {patients + 52_000}) n cross join organizations o
            """);
        await ExecuteAsync(
            database,
            """
            insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
            select organization_id, id, phone, 'granted', 'import', now() from patients where last_name = 'Bench'
            """);
        await ExecuteAsync(database, "vacuum analyze patients");
        await ExecuteAsync(database, "vacuum analyze consent_events");
    }

    /// <summary>The ZIP code prefix of an audience of that size.</summary>
    public static string PrefixOf(int recipients) => recipients switch
    {
        2_000 => "001",
        50_000 => "002",
        _ => "003",
    };

    private static async Task ExecuteAsync(NpgsqlConnection database, string sql)
    {
        await using var command = new NpgsqlCommand(sql, database) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync();
    }
}
