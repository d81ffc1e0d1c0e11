using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.SecurityTests.Tenancy;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.SecurityTests.Tokens;

public sealed class ApiKeyTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task A_key_does_what_it_was_given_and_is_told_what_it_was_not()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        using var key = await KeyAsync(admin, Permission.CampaignsRead, Permission.CampaignsEdit);

        var campaign = await key.PostAsync<CampaignResponse>(
            "/api/campaigns", new CampaignRequest("By a program", "Hello {{ first_name }}", new AudienceFilter()));
        Assert.EndsWith("(API key)", campaign.CreatedBy, StringComparison.Ordinal);
        Assert.Equal("By a program", (await key.GetAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}")).Name);

        using var patient = await key.SendAsync(HttpMethod.Get, $"/api/patients/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.Forbidden, patient.StatusCode);
        Assert.Contains(Permission.PatientsRead, await patient.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var account = await key.SendAsync(HttpMethod.Get, "/api/account/sessions");
        Assert.Equal(HttpStatusCode.Forbidden, account.StatusCode);
        Assert.Contains("people who sign in", await account.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var entries = await admin.PostAsync<Page<AuditEntryResponse>>(
            "/api/audit/search", new AuditSearchRequest(Action: "campaign.create", SubjectId: campaign.Id));
        Assert.EndsWith("(API key)", Assert.Single(entries.Items).Actor, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Permission.UsersManage)]
    [InlineData(Permission.ApiKeysManage)]
    [InlineData(Permission.OwnersManage)]
    [InlineData(Permission.CampaignsApprove)]
    [InlineData("campaigns.*")]
    [InlineData("")]
    public async Task No_key_is_given_what_takes_a_person_or_does_not_exist(string permission)
    {
        using var owner = await Stack.SignInAsync();

        Assert.Equal(
            HttpStatusCode.BadRequest,
            await owner.StatusAsync(HttpMethod.Post, "/api/api-keys", new ApiKeyRequest("Too much", [Permission.PatientsRead, permission], false, 30)));
    }

    [Fact]
    public async Task A_key_that_was_altered_is_nobodys()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var secret = (await MakeAsync(admin, Permission.CampaignsRead)).Secret;
        string[] altered =
        [
            secret[..^1], secret + "A", secret[..^1] + (secret[^1] == 'A' ? 'B' : 'A'), secret.Replace("live", "test", StringComparison.Ordinal),
            secret.ToUpperInvariant(),
            secret[..16], "ltg_live_", "ltg_", "ltg_live_" + new string('A', 43), "ltg_live_" + new string('A', 20_000), "ltg_' or 1=1 --", "ltg_live_%",
            secret + "," + secret,
        ];

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(secret));
        foreach (var one in altered)
            Assert.Equal((one, HttpStatusCode.Unauthorized), (one, await StatusAsync(one)));
        TestContext.Current.SendDiagnosticMessage($"tried {altered.Length} altered keys");
    }

    [Fact]
    public async Task A_key_that_ended_is_refused_from_the_next_request_on_and_its_streams_end()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var expired = await MakeAsync(admin, Permission.CampaignsRead);
        var revoked = await MakeAsync(admin, Permission.CampaignsRead);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await StatusAsync(expired.Secret), await StatusAsync(revoked.Secret)));

        using var watching = ApiClient.With(Stack.Api.Url, revoked.Secret);
        await using var stream = await watching.Http.GetStreamAsync(new Uri("/api/live", UriKind.Relative), TestContext.Current.CancellationToken);
        await admin.PostAsync<ApiKeyResponse>($"/api/api-keys/{revoked.Key.Id}/revoke");
        await ExecuteAsync($"update api_keys set expires_at = now() where id = '{expired.Key.Id}'");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await StatusAsync(expired.Secret), await StatusAsync(revoked.Secret)));
        // Ends, or the test runs into its own time limit.
        await stream.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        var states = (await admin.GetAsync<List<ApiKeyResponse>>("/api/api-keys")).ToDictionary(key => key.Id, key => key.State);
        Assert.Equal((ApiKeyState.Expired, ApiKeyState.Revoked), (states[expired.Key.Id], states[revoked.Key.Id]));
    }

    [Fact]
    public async Task A_key_may_no_more_than_its_maker_may_by_now()
    {
        using var owner = await Stack.SignInAsync();
        var (maker, client) = await owner.NewUserAsync("admin");
        using var _ = client;
        using var key = await KeyAsync(client, Permission.CampaignsRead, Permission.AuditRead);
        Assert.Equal(HttpStatusCode.OK, await key.StatusAsync(HttpMethod.Post, "/api/audit/search", new AuditSearchRequest()));

        await owner.PutAsync<UserResponse>($"/api/users/{maker.Id}", new UserRequest(maker.Name, "staff"));
        Assert.Equal(HttpStatusCode.Forbidden, await key.StatusAsync(HttpMethod.Post, "/api/audit/search", new AuditSearchRequest()));
        Assert.Equal(HttpStatusCode.OK, await key.StatusAsync(HttpMethod.Get, "/api/campaigns"));

        await owner.PostAsync<UserResponse>($"/api/users/{maker.Id}/disable");
        Assert.Equal(HttpStatusCode.Unauthorized, await key.StatusAsync(HttpMethod.Get, "/api/campaigns"));
    }

    [Fact]
    public async Task Another_organizations_key_sees_nothing_of_this_one_and_can_not_be_revoked_here()
    {
        var foreign = await OtherOrganization.MakeAsync(Stack);
        using var owner = await Stack.SignInAsync();
        var ours = await MakeAsync(owner, Permission.PatientsRead, Permission.CampaignsRead);
        var campaign = await owner.PostAsync<CampaignResponse>("/api/campaigns", new CampaignRequest("Ours", "Hello", new AudienceFilter()));
        // Made over to them, as if they had made it.
        await ExecuteAsync($"update api_keys set organization_id = '{foreign["organizations"]}', created_by = '{foreign["users"]}' where id = '{ours.Key.Id}'");

        using var theirs = ApiClient.With(Stack.Api.Url, ours.Secret);
        Assert.Equal(HttpStatusCode.OK, await theirs.StatusAsync(HttpMethod.Get, $"/api/campaigns/{foreign["campaigns"]}"));
        Assert.Equal(HttpStatusCode.NotFound, await theirs.StatusAsync(HttpMethod.Get, $"/api/campaigns/{campaign.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await owner.StatusAsync(HttpMethod.Post, $"/api/api-keys/{ours.Key.Id}/revoke"));
        Assert.DoesNotContain(await owner.GetAsync<List<ApiKeyResponse>>("/api/api-keys"), key => key.Id == ours.Key.Id);
    }

    [Fact]
    public async Task A_key_is_stored_hashed_and_its_use_is_noted_once_a_minute()
    {
        using var admin = await Stack.SignInAsync("admin@demo.example");
        var made = await MakeAsync(admin, Permission.CampaignsRead);
        Assert.Null(made.Key.LastUsedAt);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(made.Secret));
        var first = await ScalarAsync($"select last_used_at::text from api_keys where id = '{made.Key.Id}'");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(made.Secret));

        Assert.NotEqual("", first);
        Assert.Equal(first, await ScalarAsync($"select last_used_at::text from api_keys where id = '{made.Key.Id}'"));
        await ExecuteAsync($"update api_keys set last_used_at = now() - interval '61 seconds' where id = '{made.Key.Id}'");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(made.Secret));
        Assert.True(
            DateTimeOffset.UtcNow - (await admin.GetAsync<List<ApiKeyResponse>>("/api/api-keys"))
                .Single(key => key.Id == made.Key.Id).LastUsedAt < TimeSpan.FromSeconds(30));
        Assert.DoesNotContain(
            made.Secret[16..], await ScalarAsync($"select api_keys::text from api_keys where id = '{made.Key.Id}'"), StringComparison.Ordinal);
    }

    private static async Task<ApiClient> KeyAsync(ApiClient maker, params string[] permissions) =>
        ApiClient.With(maker.Http.BaseAddress!, (await MakeAsync(maker, permissions)).Secret);

    private static Task<NewApiKeyResponse> MakeAsync(ApiClient maker, params string[] permissions) =>
        maker.PostAsync<NewApiKeyResponse>("/api/api-keys", new ApiKeyRequest($"Test {Guid.NewGuid():N}", permissions, Test: false, Days: 7));

    private async Task<HttpStatusCode> StatusAsync(string secret)
    {
        using var client = ApiClient.With(Stack.Api.Url, secret);
        return await client.StatusAsync(HttpMethod.Get, "/api/campaigns");
    }

    private async Task ExecuteAsync(string sql) => await ScalarAsync(sql);

    private async Task<string> ScalarAsync(string sql)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(sql, database);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) as string ?? "";
    }
}
