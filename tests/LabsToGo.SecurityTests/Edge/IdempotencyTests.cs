using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.SecurityTests.Permissions;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.SecurityTests.Edge;

/// <summary>Nothing that creates or sends is done twice because a program or a person asked twice.</summary>
public sealed class IdempotencyTests(StackFixture fixture)
{
    private const int AtOnce = 20;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Stack Stack => fixture.Stack;

    [Fact]
    public void Every_endpoint_that_creates_or_sends_takes_a_key()
    {
        var without = fixture.Api.Operations
            .Where(
                operation => operation.Method == "POST" && RequiredPermissions.Needed.ContainsKey(operation.Key)
                    && operation.Answers.Any(status => status is "201" or "202") && !operation.Headers.Contains("Idempotency-Key"))
            .Select(operation => operation.Key);

        Assert.Empty(without);
    }

    [Fact]
    public async Task The_same_request_again_is_answered_the_same_and_does_nothing()
    {
        using var owner = await Stack.SignInAsync();
        var campaign = await owner.PostAsync<CampaignResponse>("/api/campaigns", KeyedRequests.Draft);
        var (patient, phone) = (await PatientAsync(owner), NewPhones.In("802"));
        var requests = new (string Path, object? Body, HttpStatusCode Status, string Rows)[]
        {
            ("/api/patients", new PatientRequest(null, "Pat", "Once", phone, null, null, null, null, null, true), HttpStatusCode.Created, "patients"),
            ($"/api/patients/{patient}/consent", new ConsentRequest(true, "By phone"), HttpStatusCode.OK, "consent_events"),
            ("/api/patients/imports", new CreateImportRequest("once.csv", false), HttpStatusCode.Created, "patient_imports"),
            ("/api/campaigns", KeyedRequests.Draft, HttpStatusCode.Created, "campaigns"),
            ($"/api/campaigns/{campaign.Id}/start", null, HttpStatusCode.Accepted, "campaigns"),
            ("/api/users", new InviteRequest("Ona Once", $"{Guid.NewGuid():N}@demo.example", "viewer"), HttpStatusCode.Created, "users"),
            ("/api/api-keys", new ApiKeyRequest("Once", [Permission.CampaignsRead], true, 1), HttpStatusCode.Created, "api_keys"),
            ("/api/senders", new SenderRequest(NewPhones.In("833"), "Once", 1), HttpStatusCode.Created, "senders"),
        };
        foreach (var (path, body, status, table) in requests)
        {
            var key = Guid.NewGuid().ToString();
            using var first = await owner.SendWithKeyAsync( key, path, body);
            var (text, rows) = (await first.Content.ReadAsStringAsync(Stop), await CountAsync(table));
            Assert.Equal((path, status), (path, first.StatusCode));
            using var again = await owner.SendWithKeyAsync( key, path, body);

            Assert.Equal((path, status), (path, again.StatusCode));
            Assert.Equal(text, await again.Content.ReadAsStringAsync(Stop));
            Assert.Equal(first.Headers.Location, again.Headers.Location);
            Assert.False(first.Headers.Contains("Idempotency-Replayed"));
            Assert.Equal(["true"], again.Headers.GetValues("Idempotency-Replayed"));
            Assert.Equal((path, rows), (path, await CountAsync(table)));
            // Neither a link's token nor a key nor a patient stands there to be read.
            Assert.Equal((path, "t"), (path, await ScalarAsync($"select (body !~ '[{{\":@]')::text::char from idempotent_requests where key = '{key}'")));
        }
        TestContext.Current.SendDiagnosticMessage($"repeated {requests.Length} kinds of requests");
    }

    [Fact]
    public async Task Of_many_at_once_one_is_done()
    {
        using var owner = await Stack.SignInAsync();
        var campaign = await owner.PostAsync<CampaignResponse>("/api/campaigns", KeyedRequests.Draft);
        var tried = 0;
        foreach (var (path, body, done) in ((string, object?, HttpStatusCode)[])[("/api/campaigns", KeyedRequests.Draft, HttpStatusCode.Created),
            ("/api/patients/imports", new CreateImportRequest("race.csv", false), HttpStatusCode.Created),
            ($"/api/campaigns/{campaign.Id}/start", null, HttpStatusCode.Accepted)])
        {
            var (key, table) = (Guid.NewGuid().ToString(), path.Contains("imports", StringComparison.Ordinal) ? "patient_imports" : "campaigns");
            var before = await CountAsync(table);
            var answers = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => owner.SendWithKeyAsync( key, path, body)));
            tried += answers.Length;

            Assert.All(
                answers, answer => Assert.True(answer.StatusCode == done || answer.StatusCode == HttpStatusCode.Conflict, $"{path}: {(int)answer.StatusCode}"));
            Assert.Single(answers, answer => answer.StatusCode == done && !answer.Headers.Contains("Idempotency-Replayed"));
            Assert.All(answers.Where(answer => answer.StatusCode == HttpStatusCode.Conflict), answer => Assert.NotNull(answer.Headers.RetryAfter));
            Assert.Equal(before + (path.EndsWith("/start", StringComparison.Ordinal) ? 0 : 1), await CountAsync(table));
            foreach (var answer in answers)
                answer.Dispose();
        }
        TestContext.Current.SendDiagnosticMessage($"raced {tried} requests");
    }

    [Fact]
    public async Task While_the_first_is_under_way_the_second_is_told_so()
    {
        using var owner = await Stack.SignInAsync();
        var campaign = await owner.PostAsync<CampaignResponse>("/api/campaigns", KeyedRequests.Draft);
        var key = Guid.NewGuid().ToString();
        await using var database = await Stack.OpenDatabaseAsync();
        await using var holding = await database.BeginTransactionAsync(Stop);
        await using (var command = new NpgsqlCommand($"select from campaigns where id = '{campaign.Id}' for update", database, holding))
            await command.ExecuteNonQueryAsync(Stop);

        var first = owner.SendWithKeyAsync( key, $"/api/campaigns/{campaign.Id}/start", null);
        while (await ScalarAsync($"select key from idempotent_requests where key = '{key}'") is "")
            await Task.Delay(20, Stop);
        using var second = await owner.SendWithKeyAsync( key, $"/api/campaigns/{campaign.Id}/start", null).WaitAsync(TimeSpan.FromSeconds(10), Stop);
        await holding.CommitAsync(Stop);

        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        Assert.NotNull(second.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.Accepted, (await first).StatusCode);
        using var third = await owner.SendWithKeyAsync( key, $"/api/campaigns/{campaign.Id}/start", null);
        Assert.Equal(HttpStatusCode.Accepted, third.StatusCode);
    }

    [Fact]
    public async Task An_interrupted_request_is_nobodys_guess_and_an_old_one_is_forgotten()
    {
        using var owner = await Stack.SignInAsync();
        var (interrupted, old, swept) = (Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
        foreach (var key in (string[])[interrupted, old, swept])
        {
            using var first = await owner.SendWithKeyAsync( key, "/api/campaigns", KeyedRequests.Draft);
            Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        }
        await ScalarAsync($"update idempotent_requests set status = null, created_at = now() - interval '3 minutes' where key = '{interrupted}'");
        using var unknown = await owner.SendWithKeyAsync( interrupted, "/api/campaigns", KeyedRequests.Draft);
        Assert.Equal(HttpStatusCode.Conflict, unknown.StatusCode);
        Assert.Contains("may or may not", await unknown.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);

        await ScalarAsync($"update idempotent_requests set created_at = now() - interval '25 hours' where key in ('{old}', '{swept}')");
        using var anew = await owner.SendWithKeyAsync( old, "/api/campaigns", KeyedRequests.Draft);
        Assert.Equal((HttpStatusCode.Created, false), (anew.StatusCode, anew.Headers.Contains("Idempotency-Replayed")));
        await Eventually.IsAsync(
            async () => await ScalarAsync($"select key from idempotent_requests where key = '{swept}'") == "", () => "Nobody swept it.");
    }

    private static async Task<Guid> PatientAsync(ApiClient owner) =>
        (await owner.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest())).Items[0].Id;

    private async Task<long> CountAsync(string table) =>
        long.Parse(await ScalarAsync($"select count(*)::text from {table}"), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> ScalarAsync(string sql)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(sql, database);
        return await command.ExecuteScalarAsync(Stop) as string ?? "";
    }
}
