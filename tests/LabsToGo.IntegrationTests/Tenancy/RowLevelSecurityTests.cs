using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Tenancy;

/// <summary>Raw SQL under the Api's role: what the Api's code could do at its worst.</summary>
public sealed class RowLevelSecurityTests(StackFixture fixture)
{
    private static readonly Guid Demo = Guid.Parse("0197f000-0000-7000-8000-000000000001"), Other = Guid.Parse("0197f000-0000-7000-8000-0000000000ff");

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Every_table_but_the_shared_ones_has_a_forced_policy()
    {
        await using var database = await Stack.OpenDatabaseAsync();
        var open = await ColumnAsync(
            database,
            """
            select relname from pg_class
            where relnamespace = 'public'::regnamespace and relkind = 'r' and not (relrowsecurity and relforcerowsecurity
                and exists (select from pg_policy where polrelid = pg_class.oid))
            order by relname
            """);

        Assert.Equal(["data_protection_keys", "live_sql", "message_moves", "migrations", "signing_keys", "worker_heartbeats"], open);
    }

    [Fact]
    public async Task Without_an_organization_no_row_of_any_tenant_is_visible()
    {
        await using var api = await Stack.OpenAsApiAsync();
        foreach (var table in await TenantTablesAsync())
            Assert.Equal(0L, await ScalarAsync<long>(api, $"select count(*) from {table}"));
    }

    [Fact]
    public async Task With_another_organization_no_row_of_this_one_is_visible_however_the_statement_is_written()
    {
        await using var api = await Stack.OpenAsApiAsync();
        await UseAsync(api, Other);
        foreach (var table in await TenantTablesAsync())
            Assert.Equal(0L, await ScalarAsync<long>(api, $"select count(*) from {table} where true or 1 = 1"));
        Assert.Equal(0L, await ScalarAsync<long>(api, $"select count(*) from patients where organization_id = '{Demo}'"));
    }

    [Fact]
    public async Task With_its_own_organization_the_rows_are_there()
    {
        await using var api = await Stack.OpenAsApiAsync();
        await UseAsync(api, Demo);

        Assert.True(await ScalarAsync<long>(api, "select count(*) from patients") >= 2000);
    }

    [Fact]
    public async Task A_row_can_neither_be_changed_nor_written_for_another_organization()
    {
        await using var api = await Stack.OpenAsApiAsync();
        await UseAsync(api, Other);

        Assert.Equal(0, await ExecuteAsync(api, $"update patients set first_name = 'Mallory' where organization_id = '{Demo}'"));
        Assert.Equal(0, await ExecuteAsync(api, $"delete from campaigns where organization_id = '{Demo}'"));
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(
            api,
            $"insert into consent_events (organization_id, phone, kind, source, occurred_at) values ('{Demo}', '+12125550199', 'granted', 'staff', now())"));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task The_ledger_of_consents_can_only_grow()
    {
        await using var api = await Stack.OpenAsApiAsync();
        await UseAsync(api, Demo);
        foreach (var statement in new[] { "update consent_events set kind = 'granted'", "delete from consent_events" })
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(api, statement))).SqlState);
    }

    [Fact]
    public async Task The_workers_role_has_no_access_to_accounts()
    {
        await using var service = await Stack.OpenAsServiceAsync();
        foreach (var table in new[] { "users", "user_claims", "user_logins", "user_tokens", "refresh_tokens" })
            Assert.Equal(
                PostgresErrorCodes.InsufficientPrivilege,
                (await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(service, $"select 1 from {table}"))).SqlState);
    }

    private async Task<List<string>> TenantTablesAsync()
    {
        await using var database = await Stack.OpenDatabaseAsync();
        var tables = await ColumnAsync(
            database, "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by relname");
        Assert.True(tables.Count >= 12, string.Join(", ", tables));
        return tables;
    }

    private static Task<int> UseAsync(NpgsqlConnection connection, Guid organizationId) =>
        ExecuteAsync(connection, $"select set_config('app.organization_id', '{organizationId}', false)");

    private static async Task<int> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }

    private static async Task<T> ScalarAsync<T>(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<List<string>> ColumnAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<string>();
        while (await reader.ReadAsync())
            values.Add(reader.GetString(0));
        return values;
    }
}
