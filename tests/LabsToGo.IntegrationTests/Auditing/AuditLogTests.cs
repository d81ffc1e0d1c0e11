using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.CampaignWorker.Sweeping;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Auditing;

public sealed class AuditLogTests(StackFixture fixture)
{
    private static readonly Guid Demo = new("0197f000-0000-7000-8000-000000000001");

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task It_says_who_read_and_changed_a_patient_and_who_was_not_allowed_to()
    {
        using var staff = await Stack.SignInAsync("staff@demo.example");
        using var viewer = await Stack.SignInAsync("viewer@demo.example");
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var request = new PatientRequest(null, "Audited", Guid.NewGuid().ToString("N"), NewPhones.In("646"), null, null, null, null, null, ConsentGiven: false);

        var patient = await staff.PostAsync<PatientResponse>("/api/patients", request);
        await viewer.GetAsync<PatientResponse>($"/api/patients/{patient.Id}");
        using var denied = await viewer.SendAsync(HttpMethod.Put, $"/api/patients/{patient.Id}", request);
        using var refused = await staff.SendAsync(HttpMethod.Put, $"/api/patients/{patient.Id}", request with { Phone = "12" });

        var entries = (await admin.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(SubjectId: patient.Id))).Items;
        Assert.Equal(
            [("patient.change", "Sara Staff", "refused 400"), ("patient.change", "Victor Viewer", "denied 403"), ("patient.read", "Victor Viewer", ""),
                ("patient.create", "Sara Staff", "")],
            entries.Select(entry => (entry.Action, entry.Actor, entry.Outcome)));
        Assert.All(entries, entry => Assert.Equal("127.0.0.1", entry.Address));
        Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task It_can_only_grow()
    {
        await using var api = await Stack.OpenAsApiAsync();
        await api.RunAsync($"select set_config('app.organization_id', '{Demo}', false)");
        foreach (var statement in (string[])["update audit_entries set actor = 'nobody'", "delete from audit_entries", "truncate audit_entries",
            "update audit_heads set number = 0", $"select prune_audit_log('{Demo}', now())"])
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, (await Assert.ThrowsAsync<PostgresException>(() => api.RunAsync(statement))).SqlState);
    }

    [Fact]
    public async Task Whatever_is_changed_removed_or_cut_off_behind_its_back_shows()
    {
        var organization = Guid.NewGuid();
        await using var database = await OpenForAsync(organization);
        await database.RunAsync(
            $"insert into audit_entries (organization_id, actor, action, outcome, trace_id) select '{organization}', 'Somebody', 'patient.read', '', '' " +
            "from generate_series(1, 20)");
        Assert.Equal((20L, null, null), await VerifyAsync(database, organization));

        foreach (var (tampering, at, problem) in new (string, long, string)[]
        {
            ($"update audit_entries set actor = 'Nobody' where organization_id = '{organization}' and number = 7", 7, "it was changed"),
            ($"update audit_entries set at = at - interval '1 second' where organization_id = '{organization}' and number = 1", 1, "it was changed"),
            ($"delete from audit_entries where organization_id = '{organization}' and number = 12", 13, "entries before it are missing"),
            ($"delete from audit_entries where organization_id = '{organization}' and number > 15", 20, "entries at the end are missing"),
            ($"delete from audit_entries where organization_id = '{organization}'", 20, "entries at the end are missing"),
        })
        {
            await using var transaction = await database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await database.RunAsync(tampering);
            var (_, brokenAt, found) = await VerifyAsync(database, organization);
            Assert.Equal((at, problem), (brokenAt, found));
            await transaction.RollbackAsync(TestContext.Current.CancellationToken);
        }
    }

    [Fact]
    public async Task The_command_names_the_log_that_was_tampered_with_and_fails()
    {
        var organization = Guid.NewGuid();
        await using var database = await OpenForAsync(organization);
        await database.RunAsync(
            $"insert into audit_entries (organization_id, actor, action, outcome, trace_id) select '{organization}', 'Somebody', 'patient.read', '', '' " +
            "from generate_series(1, 3)");
        Assert.Contains($"{organization}): 3 entries, all as they were written", await Stack.OperatorAsync(0, "verify-audit"), StringComparison.Ordinal);

        await database.RunAsync($"update audit_entries set subject_id = gen_random_uuid() where organization_id = '{organization}' and number = 2");
        Assert.Contains($"{organization}): BROKEN at entry 2: it was changed", await Stack.OperatorAsync(1, "verify-audit"), StringComparison.Ordinal);
        await database.RunAsync(
            $"delete from audit_entries where organization_id = '{organization}'; delete from audit_heads where organization_id = '{organization}'");
    }

    [Theory]
    [InlineData(5, 5, 4)]
    [InlineData(3, 5, 3)]
    [InlineData(0, 3, 0)]
    [InlineData(0, 0, 0)]
    public async Task What_need_not_be_kept_any_more_is_pruned_and_the_chain_of_the_rest_holds(int tooOld, int entries, int pruned)
    {
        var organization = Guid.NewGuid();
        await using var database = await OpenForAsync(organization);
        await WriteAsync(database, organization, tooOld, entries);
        Assert.Equal((entries, null, null), await VerifyAsync(database, organization));

        await database.RunAsync(
            $"insert into organizations (id, name, time_zone, opens, closes, created_at, requires_second_factor) values ('{organization}', 'Pruned', " +
            "'America/New_York', '{540,540,540,540,540,540,540}', '{1200,1200,1200,1200,1200,1200,1200}', now(), false)");
        await using var service = NpgsqlDataSource.Create(Stack.ServiceDatabase);
        Assert.Equal(pruned, await service.PruneAuditLogsAsync(TestContext.Current.CancellationToken));

        Assert.Equal((entries - pruned, null, null), await VerifyAsync(database, organization));
        await database.RunAsync(
            $"delete from audit_entries where organization_id = '{organization}'; delete from audit_heads where organization_id = '{organization}'; delete " +
            $"from organizations where id = '{organization}'");
    }

    [Fact]
    public async Task A_clock_that_went_back_leaves_no_gap_when_the_log_is_pruned()
    {
        var organization = Guid.NewGuid();
        await using var database = await OpenForAsync(organization);
        await WriteAsync(database, organization, tooOld: 4, entries: 6, oldOnesAt: [1, 2, 4, 5]);

        Assert.Equal(2L, await database.AskAsync($"select prune_audit_log('{organization}', now())"));

        Assert.Equal((4L, null, null), await VerifyAsync(database, organization));
        await database.RunAsync(
            $"delete from audit_entries where organization_id = '{organization}'; delete from audit_heads where organization_id = '{organization}'");
    }

    [Fact]
    public async Task Many_writers_at_once_make_one_unbroken_chain()
    {
        var organization = Guid.NewGuid();
        await Parallel.ForAsync(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) =>
        {
            await using var writer = await OpenForAsync(organization);
            await writer.RunAsync(
                $"insert into audit_entries (organization_id, actor, action, outcome, trace_id) values ('{organization}', 'Somebody', 'patient.read', '', '')");
        });
        await using var database = await OpenForAsync(organization);
        Assert.Equal((200L, null, null), await VerifyAsync(database, organization));
    }

    /// <summary>As the administrator, for one organization: the trigger is under row-level security like everybody else.</summary>
    private async Task<NpgsqlConnection> OpenForAsync(Guid organization)
    {
        var connection = await Stack.OpenDatabaseAsync();
        await connection.RunAsync($"select set_config('app.organization_id', '{organization}', false)");
        return connection;
    }

    /// <summary>A proper chain with times of our own: what the trigger would have written years ago.</summary>
    private static Task WriteAsync(NpgsqlConnection database, Guid organization, int tooOld, int entries, int[]? oldOnesAt = null)
    {
        var old = oldOnesAt ?? [.. Enumerable.Range(1, tooOld)];
        return database.RunAsync($"""
            alter table audit_entries disable trigger chain;
            do $do$
            declare
                entry audit_entries;
                previous bytea := '';
            begin
                for n in 1 .. {entries} loop
                    entry.organization_id := '{organization}'; entry.number := n; entry.actor := 'Somebody'; entry.action := 'patient.read';
                    entry.outcome := ''; entry.trace_id := '';
                    entry.at := now() - case when n = any(array[{string.Join(',', old)}]::int[]) then interval '7 years' else interval '1 day' end;
                    entry.hash := audit_hash(entry, previous);
                    previous := entry.hash;
                    insert into audit_entries select entry.*;
                end loop;
                insert into audit_heads (organization_id, number, hash) select '{organization}', {entries}, previous where {entries} > 0;
            end
            $do$;
            alter table audit_entries enable trigger chain;
            """);
    }

    private static async Task<(long Entries, long? BrokenAt, string? Problem)> VerifyAsync(NpgsqlConnection connection, Guid organization)
    {
        await using var command = new NpgsqlCommand($"select * from verify_audit_log('{organization}')", connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetString(2));
    }
}
