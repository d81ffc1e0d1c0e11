using Npgsql;

namespace LabsToGo.Bench.Lists;

/// <summary>What there is to ask for.</summary>
/// <param name="Campaigns">Those to many, the largest first.</param>
/// <param name="AuditEntries">The newest number.</param>
internal sealed record ListSamples(
    IReadOnlyList<SamplePatient> Patients, IReadOnlyList<Guid> Campaigns, IReadOnlyList<Guid> Imports, IReadOnlyList<Guid> Staff, long AuditEntries)
{
    public static async Task<ListSamples> ReadAsync(NpgsqlConnection database) => new(
        await ReadAsync(
            database,
            """
            select id, first_name, last_name, first_name_key, last_name_key, phone, external_id
            from patients tablesample bernoulli (0.5) where external_id is not null order by random() limit 2000
            """,
            row => new SamplePatient(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetString(6))),
        await ReadAsync(
            database,
            "select c.id from campaigns c join campaign_counters n on n.campaign_id = c.id where c.kind = 'bulk' order by n.total desc",
            row => row.GetGuid(0)),
        await ReadAsync(database, "select id from patient_imports", row => row.GetGuid(0)),
        await ReadAsync(database, "select id from users", row => row.GetGuid(0)),
        (await ReadAsync(database, "select max(number) from audit_entries", row => row.GetInt64(0)))[0]);

    private static async Task<List<T>> ReadAsync<T>(NpgsqlConnection database, string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = new NpgsqlCommand(sql, database);
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
            rows.Add(read(reader));
        return rows;
    }
}
