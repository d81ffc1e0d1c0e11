using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LabsToGo.Contracts.Http;

namespace LabsToGo.IntegrationTests.Accounts;

public sealed class SignInTests(StackFixture fixture)
{
    private const string Password = "LabsToGo-Demo-1";

    [Fact]
    public async Task A_wrong_password_is_refused_in_words_that_do_not_say_which_part_was_wrong()
    {
        using var wrongPassword = await SignInAsync("staff@demo.example", "not it");
        using var wrongAddress = await SignInAsync("nobody@demo.example", Password);

        Assert.Equal(HttpStatusCode.Unauthorized, wrongPassword.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, wrongAddress.StatusCode);
        var words = await Detail(wrongPassword);
        Assert.Equal(words, await Detail(wrongAddress));
        Assert.Contains("wrong", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/account/me")]
    [InlineData("/api/campaigns")]
    [InlineData("/api/dashboard")]
    [InlineData("/api/live")]
    [InlineData("/api/organization")]
    [InlineData("/api/senders")]
    [InlineData("/api/patients/imports")]
    [InlineData("/queue/status")]
    [InlineData("/openapi/v1.json")]
    public async Task Nothing_is_open_without_a_token(string path)
    {
        using var http = new HttpClient { BaseAddress = fixture.Stack.Api.Url };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(path == "/openapi/v1.json" ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Expired_altered_and_forged_tokens_are_refused()
    {
        using var answer = await SignInAsync("staff@demo.example", Password);
        var token = (await answer.Content.ReadFromJsonAsync<TokenResponse>(ContractJson.Options, TestContext.Current.CancellationToken))!.AccessToken;

        Assert.Equal(HttpStatusCode.OK, await MeAsync(token));
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(TestTokens.Altered(token, claims => claims["sub"] = Guid.NewGuid().ToString())));
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(TestTokens.Unsigned(token)));

        using var key = await StolenKey.ReadAsync(fixture.Stack);
        Assert.Equal(HttpStatusCode.OK, await MeAsync(TestTokens.Forged(token, key, _ => { })));
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(TestTokens.Confused(token, key.ExportSubjectPublicKeyInfo())));
        foreach (var change in new Action<JsonNode>[]
        {
            claims => claims["exp"] = DateTimeOffset.UtcNow.AddSeconds(-1).ToUnixTimeSeconds(),
            claims => claims["aud"] = "another-api",
            claims => claims["iss"] = "another-issuer",
            claims => claims["sid"] = Guid.NewGuid().ToString(),
            claims => claims["organization_id"] = Guid.NewGuid().ToString(),
            claims => claims.AsObject().Remove("sid"),
            claims => claims.AsObject().Remove("exp"),
        })
            Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(TestTokens.Forged(token, key, change)));
    }

    [Fact]
    public async Task A_refresh_token_works_once_and_its_reuse_ends_the_whole_family()
    {
        using var answer = await SignInAsync("staff@demo.example", Password);
        var first = await answer.Content.ReadFromJsonAsync<TokenResponse>(ContractJson.Options, TestContext.Current.CancellationToken);

        using var renewed = await PostAsync("/api/account/refresh", new RefreshRequest(first!.RefreshToken));
        Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
        var second = await renewed.Content.ReadFromJsonAsync<TokenResponse>(ContractJson.Options, TestContext.Current.CancellationToken);

        using var reused = await PostAsync("/api/account/refresh", new RefreshRequest(first.RefreshToken));
        using var afterwards = await PostAsync("/api/account/refresh", new RefreshRequest(second!.RefreshToken));
        Assert.Equal(HttpStatusCode.Unauthorized, reused.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, afterwards.StatusCode);
    }

    [Fact]
    public async Task A_viewer_may_look_and_not_touch()
    {
        using var viewer = await fixture.Stack.SignInAsync("viewer@demo.example");

        await viewer.GetAsync<Page<CampaignResponse>>("/api/campaigns");
        using var create = await viewer.SendAsync(HttpMethod.Post, "/api/campaigns", new CampaignRequest("No", "Hello {{ first_name }}", new AudienceFilter()));
        using var stop = await viewer.SendAsync(HttpMethod.Post, "/api/organization/stop");

        Assert.Equal(HttpStatusCode.Forbidden, create.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, stop.StatusCode);
    }

    private Task<HttpResponseMessage> SignInAsync(string email, string password) => PostAsync("/api/account/sign-in", new SignInRequest(email, password));

    private async Task<HttpResponseMessage> PostAsync<T>(string path, T body)
    {
        using var http = new HttpClient { BaseAddress = fixture.Stack.Api.Url };
        return await http.PostAsJsonAsync(path, body, ContractJson.Options);
    }

    private async Task<HttpStatusCode> MeAsync(string token)
    {
        using var http = new HttpClient { BaseAddress = fixture.Stack.Api.Url };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync(new Uri("/api/account/me", UriKind.Relative), TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private static async Task<string> Detail(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<ProblemBody>(TestContext.Current.CancellationToken))!.Detail;

    private sealed record ProblemBody(string Detail);
}
