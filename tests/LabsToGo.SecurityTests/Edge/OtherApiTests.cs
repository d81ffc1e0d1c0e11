using System.Net;
using System.Net.Http.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Edge;

/// <summary>Whom the Api believes: proxies, origins and Twilio, each by its settings.</summary>
public sealed class OtherApiTests(StackFixture fixture, OtherApi other) : IClassFixture<OtherApi>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("203.0.113.7")]
    [InlineData("198.51.100.1, 203.0.113.7")]
    [InlineData("127.0.0.1, 203.0.113.7")]
    [InlineData("203.0.113.7, 127.0.0.1")]
    public async Task An_address_is_believed_from_a_known_proxy_and_from_nobody_else(string forwarded)
    {
        Assert.Equal("203.0.113.7", await SeenAddressAsync(fixture.Stack.Api.Url, forwarded));
        Assert.Equal("127.0.0.1", await SeenAddressAsync(other.Url, forwarded));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("null")]
    [InlineData("http://app.lab.example")]
    [InlineData("https://app.lab.example.evil.example")]
    [InlineData("https://app.lab.example:444")]
    public async Task A_foreign_origin_gets_no_leave(string origin)
    {
        foreach (var api in (Uri[])[fixture.Stack.Api.Url, other.Url])
        {
            using var answer = await PreflightAsync(api, origin);
            Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task A_named_origin_may_call_but_not_by_cookie()
    {
        using var answer = await PreflightAsync(other.Url, OtherApi.Origin);
        Assert.Equal([OtherApi.Origin], answer.Headers.GetValues("Access-Control-Allow-Origin"));
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));

        using var unnamed = await PreflightAsync(fixture.Stack.Api.Url, OtherApi.Origin);
        Assert.False(unnamed.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_webhook_behind_a_proxy_is_signed_for_the_public_address()
    {
        var form = Inbound("Hello");
        using var within = await PostAsync(form, new Uri(other.Url, "/twilio/inbound").ToString());
        using var without = await PostAsync(form, OtherApi.PublicUrl + "/twilio/inbound");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.OK), (within.StatusCode, without.StatusCode));
        Assert.Equal(1L, await RepliesAsync(form));
    }

    [Fact]
    public async Task A_text_that_comes_many_times_at_once_is_taken_in_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var form = Inbound("STOP");
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync(form, OtherApi.PublicUrl + "/twilio/inbound")));

            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
            Assert.Equal(1L, await RepliesAsync(form));
            Assert.Equal(1L, await fixture.Stack.SqlAsync($"select count(*) from consent_events where phone = '{form[1].Value}'"));
        }
    }

    private static List<KeyValuePair<string, string>> Inbound(string body) =>
        [new("MessageSid", $"SM{Guid.NewGuid():N}"), new("From", NewPhones.In("802")), new("To", "+18005550100"), new("Body", body)];

    private static async Task<string> SeenAddressAsync(Uri api, string forwarded)
    {
        using var http = new HttpClient { BaseAddress = api };
        http.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);
        using var answer = await http.PostAsJsonAsync(
            "/api/account/sign-in", new SignInRequest("viewer@demo.example", "LabsToGo-Demo-1"), ContractJson.Options, Stop);
        var tokens = await answer.Content.ReadFromJsonAsync<TokenResponse>(ContractJson.Options, Stop);
        using var signedIn = ApiClient.With(api, tokens!.AccessToken);
        return (await signedIn.GetAsync<List<SessionResponse>>("/api/account/sessions")).Single(session => session.Current).Address;
    }

    private static async Task<HttpResponseMessage> PreflightAsync(Uri api, string origin)
    {
        using var http = new HttpClient { BaseAddress = api };
        using var request = new HttpRequestMessage(HttpMethod.Options, "/api/patients/search");
        request.Headers.Add("Origin", origin);
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "authorization,content-type");
        return await http.SendAsync(request, Stop);
    }

    private async Task<long> RepliesAsync(List<KeyValuePair<string, string>> form) =>
        (long)(await fixture.Stack.SqlAsync($"select count(*) from replies where provider_sid = '{form[0].Value}'"))!;

    private Task<HttpResponseMessage> PostAsync(List<KeyValuePair<string, string>> form, string signedFor) =>
        fixture.Stack.TwilioCallsAsync("/twilio/inbound", form, other.Url, new Uri(signedFor));
}
