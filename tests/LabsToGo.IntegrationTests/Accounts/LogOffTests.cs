using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Accounts;

/// <summary>A session that nobody uses ends, by the Api's own clock.</summary>
public sealed class LogOffTests(StackFixture fixture)
{
    private const string Me = "/api/account/me";

    /// <summary>The default limit is 15 minutes.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(16), Shorter = TimeSpan.FromMinutes(14);

    [Fact]
    public async Task Left_alone_it_is_refused_everywhere_and_can_not_be_renewed()
    {
        var (tokens, http) = await SignInAsync();
        await RestAsync(http, TooLong);

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, HttpMethod.Get, Me));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, HttpMethod.Post, "/api/account/active", new ActivityRequest(0)));
        using var refresh = await http.PostAsJsonAsync(
            "/api/account/refresh", new RefreshRequest(tokens.RefreshToken), ContractJson.Options, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Unauthorized, refresh.StatusCode);
        Assert.Contains(ProblemTypes.LeftAlone, await refresh.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        var audit = await admin.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(Action: "account.sign-out"));
        Assert.Equal(("Victor Viewer", "left alone"), (audit.Items[0].Actor, audit.Items[0].Outcome));
    }

    [Fact]
    public async Task Any_use_begins_the_time_anew()
    {
        var (_, http) = await SignInAsync();
        await RestAsync(http, Shorter);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, HttpMethod.Get, Me));
        Assert.InRange(await IdleAsync(http), 0, 5);
    }

    [Fact]
    public async Task What_pages_ask_for_by_themselves_and_renewed_tokens_are_no_use()
    {
        var (tokens, http) = await SignInAsync();
        http.DefaultRequestHeaders.Add(RequestHeaders.Passive, "1");
        await RestAsync(http, Shorter);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, HttpMethod.Get, Me));
        using var refresh = await http.PostAsJsonAsync(
            "/api/account/refresh", new RefreshRequest(tokens.RefreshToken), ContractJson.Options, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, refresh.StatusCode);
        Assert.InRange(await IdleAsync(http, reported: 10_000), (int)Shorter.TotalSeconds, (int)TooLong.TotalSeconds);
    }

    [Fact]
    public async Task However_much_it_is_used_it_ends_after_sixteen_hours()
    {
        var (tokens, http) = await SignInAsync();
        await ChangeAsync(http, "created_at = now() - interval '15.9 hours'");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(http, HttpMethod.Get, Me));
        await ChangeAsync(http, "created_at = now() - interval '16.1 hours'");
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, HttpMethod.Get, Me));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, HttpMethod.Post, "/api/account/refresh", new RefreshRequest(tokens.RefreshToken)));
    }

    [Fact]
    public async Task A_browser_tells_how_long_ago_it_was_used_and_learns_the_limit()
    {
        var (_, http) = await SignInAsync();
        http.DefaultRequestHeaders.Add(RequestHeaders.Passive, "1");
        await RestAsync(http, Shorter);

        Assert.InRange(await IdleAsync(http, reported: 120), 120, 125);
        // A tab that was used longer ago than another one changes nothing.
        Assert.InRange(await IdleAsync(http, reported: 600), 120, 125);
        using var owner = await fixture.Stack.SignInAsync();
        await using var limits = await OtherLimits.SetAsync(owner, limits => limits with { LogOffMinutes = 5 });
        Assert.Equal(300, (await ActiveAsync(http, 0)).LogOffSeconds);
        await RestAsync(http, TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(http, HttpMethod.Get, Me));
    }

    [Fact]
    public async Task A_live_stream_ends_with_it()
    {
        var (_, http) = await SignInAsync();
        using var stream = await http.GetAsync(
            new Uri("/api/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        await using var events = await stream.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await RestAsync(http, TooLong);

        await events.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(15), TestContext.Current.CancellationToken);
    }

    private async Task<(TokenResponse Tokens, HttpClient Http)> SignInAsync()
    {
        var http = new HttpClient { BaseAddress = fixture.Stack.Api.Url };
        using var answer = await http.PostAsJsonAsync(
            "/api/account/sign-in", new SignInRequest("viewer@demo.example", "LabsToGo-Demo-1"), ContractJson.Options, TestContext.Current.CancellationToken);
        var tokens = await answer.Content.ReadFromJsonAsync<TokenResponse>(ContractJson.Options, TestContext.Current.CancellationToken);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens!.AccessToken);
        return (tokens, http);
    }

    /// <summary>As if the session of this client had been used for the last time so long ago.</summary>
    private Task RestAsync(HttpClient http, TimeSpan rested) => ChangeAsync(http, $"last_seen_at = now() - interval '{rested}'");

    private async Task ChangeAsync(HttpClient http, string change)
    {
        var sessions = await http.GetFromJsonAsync<List<SessionResponse>>("/api/account/sessions", ContractJson.Options, TestContext.Current.CancellationToken);
        await fixture.Stack.SqlAsync($"update sessions set {change} where id = '{sessions!.Single(session => session.Current).Id}'");
    }

    private static async Task<int> IdleAsync(HttpClient http, int reported = 86_400) => (await ActiveAsync(http, reported)).IdleSeconds;

    private static async Task<ActivityResponse> ActiveAsync(HttpClient http, int idleSeconds)
    {
        using var answer = await http.PostAsJsonAsync(
            "/api/account/active", new ActivityRequest(idleSeconds), ContractJson.Options, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<ActivityResponse>(ContractJson.Options, TestContext.Current.CancellationToken))!;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http, HttpMethod method, string path, object? body = null)
    {
        using var request =
            new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: ContractJson.Options) };
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
