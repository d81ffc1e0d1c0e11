using LabsToGo.Data;
using LabsToGo.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace LabsToGo.IntegrationTests.Data;

/// <summary>A database of the first version, with data in it, becomes one of this version.</summary>
public sealed class UpgradeTests(StackFixture fixture) : IAsyncLifetime
{
    private readonly string _name = $"upgrade_{Guid.NewGuid():N}";

    private Stack Stack => fixture.Stack;

    private string Database => new NpgsqlConnectionStringBuilder(Stack.Servers.Database) { Database = _name, Pooling = false }.ConnectionString;

    public async ValueTask InitializeAsync()
    {
        await using var server = await Stack.OpenDatabaseAsync();
        await server.RunAsync($"create database {_name}");
        await using var dataSource = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(Database) { Options = "-c role=labstogo_owner" }.ConnectionString);
        await using (var database = await OpenAsync())
            await database.RunAsync("alter schema public owner to labstogo_owner");
        await using var db = Context(dataSource);
        await db.GetService<IMigrator>().MigrateAsync("Initial");
    }

    public async ValueTask DisposeAsync()
    {
        await using var server = await Stack.OpenDatabaseAsync();
        await server.RunAsync($"drop database {_name} with (force)");
    }

    [Fact]
    public async Task What_was_in_it_is_there_and_goes_on()
    {
        await using var database = await OpenAsync();
        await database.RunAsync(Campaign);

        await Stack.NewMigrations("upgrade", Database).RunToEndAsync();

        Assert.Equal("Petra, granted, pending", await database.AskAsync("""
            select p.first_name || ', ' || consent.kind || ', ' || m.status
            from patients p
            join messages m on m.patient_id = p.id
            cross join lateral current_consent(p.organization_id, p.phone) consent
            """));
        await database.RunAsync("update messages set status = 'accepted'");
        Assert.Equal("0 wait, 1 accepted", await database.AskAsync("select pending || ' wait, ' || accepted || ' accepted' from campaign_counters"));
        await database.RunAsync("update messages set status = 'delivered'");
        Assert.Equal("LG001", (await Assert.ThrowsAsync<PostgresException>(() => database.RunAsync("update messages set status = 'pending'"))).SqlState);
    }

    [Fact]
    public async Task Only_what_has_changed_is_applied_and_not_before_its_table_is_free()
    {
        await Stack.NewMigrations("first", Database).RunToEndAsync();
        await using var database = await OpenAsync();
        await database.RunAsync(
            "drop policy tenant on patients; drop policy tenant on replies; update live_sql set hash = '' where name = 'Policies/patients'");

        await using var reader = await OpenAsync();
        await using var reading = await reader.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await reader.RunAsync("select count(*) from patients");
        var again = Stack.NewMigrations("again", Database);
        var run = again.RunToEndAsync();
        await Eventually.IsAsync(
            async () =>
                File.Exists(again.LogFile)
                    && (await File.ReadAllTextAsync(again.LogFile, TestContext.Current.CancellationToken))
                        .Contains("their tables are busy", StringComparison.Ordinal),
            () => "It did not say what it waits for.");
        await reading.CommitAsync(TestContext.Current.CancellationToken);
        await run;

        Assert.Equal(
            "patients",
            await database.AskAsync("select string_agg(tablename, ',') from pg_policies where policyname = 'tenant' and tablename in ('patients', 'replies')"));
        Assert.Contains(
            " 1 functions, triggers and policies", await File.ReadAllTextAsync(again.LogFile, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    /// <summary>One text that waits, as version one had it.</summary>
    private const string Campaign =
        """
        with organization as (
            insert into organizations (id, name, time_zone, opens, closes, created_at, requires_second_factor)
            values (gen_random_uuid(), 'First Lab', 'America/New_York', array_fill(0::smallint, array[7]), array_fill(1440::smallint, array[7]), now(), false)
            returning id
        ), patient as (
            insert into patients (id, organization_id, first_name, last_name, phone, time_zone, created_at, updated_at)
            select gen_random_uuid(), id, 'Petra', 'First', '+12125550100', 'America/New_York', now(), now() from organization
            returning id, organization_id, phone, time_zone
        ), consent as (
            insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
            select organization_id, id, phone, 'granted', 'staff', now() from patient
        ), campaign as (
            insert into campaigns (id, organization_id, kind, name, template, audience, status, lifetime_hours, created_by, created_at, started_at, planned_at)
            select gen_random_uuid(), id, 'bulk', 'First', 'Hello', '{}', 'running', 72, gen_random_uuid(), now(), now(), now() from organization
            returning id
        ), counters as (
            insert into campaign_counters (
                campaign_id, organization_id, updated_at, total, pending, unknown, accepted, sent, delivered, sent_unconfirmed, undelivered, failed, skipped,
                    canceled, expired)
            select campaign.id, organization.id, now(), 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 from campaign, organization
        )
        insert into messages (id, organization_id, campaign_id, patient_id, sender_id, phone, time_zone, body, segments, status, attempts, created_at,
            updated_at)
        select gen_random_uuid(), patient.organization_id, campaign.id, patient.id, gen_random_uuid(), phone, time_zone, 'Hello', 1, 'pending', 0, now(),
            now() from patient, campaign
        """;

    private static LabsToGoDbContext Context(NpgsqlDataSource dataSource)
    {
        var options = new DbContextOptionsBuilder<LabsToGoDbContext>();
        options.UseLabsToGo(dataSource);
        return new LabsToGoDbContext(options.Options);
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }
}
