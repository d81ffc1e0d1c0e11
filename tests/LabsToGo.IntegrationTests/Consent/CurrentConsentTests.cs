using LabsToGo.Data.Audiences;
using LabsToGo.Domain.Campaigns;
using LabsToGo.SmsWorker.Sending;
using LabsToGo.Testing;
using Npgsql;
using NpgsqlTypes;

namespace LabsToGo.IntegrationTests.Consent;

/// <summary>The newest line of a number is what counts, wherever it is asked for.</summary>
public sealed class CurrentConsentTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Who_opted_out_and_came_back_counts_as_reachable_and_who_opted_out_alone_does_not()
    {
        using var api = await Stack.SignInAsync();
        var import = (await OwnAudience.ImportAsync(api, 4)).ImportId;
        await using var service = await Stack.OpenAsServiceAsync();
        await RecordAsync("revoked", 2);
        await RecordAsync("granted", 1);

        var organization = (Guid)(await Stack.SqlAsync($"select organization_id from patient_imports where id = '{import}'"))!;
        Assert.Equal(
            new AudienceSize(Total: 4, Reachable: 3, Copies: 3, OptedOut: 1),
            await service.CountAudienceAsync(
                organization, new Audience(ImportId: import), DateOnly.FromDateTime(DateTime.UtcNow), TestContext.Current.CancellationToken));

        async Task RecordAsync(string kind, int patients)
        {
            await using var record = new NpgsqlCommand(
                """
                insert into consent_events (organization_id, patient_id, phone, kind, source, occurred_at)
                select organization_id, id, phone, $1, 'reply', now() from patients where import_id = $2 order by id limit $3
                """,
                service) { Parameters = { new() { Value = kind }, new() { Value = import! }, new() { Value = patients } } };
            await record.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("granted", "granted")]
    [InlineData("granted revoked", "revoked")]
    [InlineData("granted unknown", null)]
    [InlineData("revoked unknown", null)]
    [InlineData("unknown granted", "granted")]
    [InlineData("unknown revoked", "revoked")]
    [InlineData("granted unknown unknown", null)]
    public async Task A_number_of_which_all_was_undone_is_one_of_which_nothing_is_known(string lines, string? expected)
    {
        var phone = NewPhones.In("802");
        foreach (var kind in lines.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            await Stack.SqlAsync(
                $"""
                insert into consent_events (organization_id, phone, kind, source, occurred_at)
                select id, '{phone}', '{kind}', 'import', now() from organizations order by created_at limit 1
                """);
        }

        Assert.Equal(expected, await Stack.SqlAsync(
            $"select c.kind from (select id from organizations order by created_at limit 1) o cross join current_consent(o.id, '{phone}') c"));
    }

    [Fact]
    public async Task A_claim_looks_once_per_row_at_the_front_of_the_ledgers_index()
    {
        await using var service = await Stack.OpenAsServiceAsync();
        await using var explain = new NpgsqlCommand("explain (verbose) " + BatchClaiming.ClaimSql, service);
        foreach (var id in (string[])["batch_id", "attempt_id", "rest_id"])
            explain.Parameters.AddWithValue(id, Guid.NewGuid());
        explain.Parameters.AddWithValue("new_number", "");
        explain.Parameters.AddWithValue("permits", 100);
        explain.Parameters.AddWithValue("most", 100);
        explain.Parameters.AddWithValue("lease", NpgsqlDbType.Interval, TimeSpan.FromSeconds(1));
        var plan = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            plan.Add(reader.GetString(0));

        var text = string.Join('\n', plan);
        Assert.DoesNotContain("Function Scan on public.current_consent", text, StringComparison.Ordinal);
        var scan = Assert.Single(plan, line => line.Contains("on public.consent_events", StringComparison.Ordinal));
        Assert.Contains("Index Only Scan using ix_consent_events_organization_id_phone_id", scan, StringComparison.Ordinal);
        Assert.Contains("Index Cond: ((e.organization_id = d.organization_id) AND (e.phone = (d.phone)::text))", text, StringComparison.Ordinal);
    }
}
