using System.Net;

namespace LabsToGo.SecurityTests.Edge;

/// <summary>What is only so outside of Development.</summary>
public sealed class ProductionTests(StackFixture fixture)
{
    private static readonly IReadOnlyDictionary<string, string> Production = new Dictionary<string, string>
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["HTTPS_PORT"] = "443",
        ["Passkeys__Domain"] = "lab.example",
        ["PasswordHashing__IterationCount"] = "100000",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DataProtection__Secret", "")]
    [InlineData("Passkeys__Domain", "")]
    [InlineData("PasswordHashing__IterationCount", "99999")]
    public async Task Without_what_protects_it_the_Api_does_not_start_and_says_what_is_missing(string setting, string value)
    {
        var api = fixture.Stack.NewApi("unprotected-api", new Dictionary<string, string>(Production) { [setting] = value });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => api.StartAsync());
        Assert.False(api.IsRunning);
        Assert.Contains(
            setting.Replace("__", ":", StringComparison.Ordinal), refused.Message.Replace("__", ":", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_what_protects_its_keys_the_Web_does_not_start()
    {
        var web = fixture.Stack.NewWeb("unprotected-web", new Dictionary<string, string>(Production) { ["DataProtection__Secret"] = "" });
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => web.StartAsync());
        Assert.Contains("DataProtection__Secret", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_Api_refuses_plain_HTTP_and_tells_browsers_to_stay_with_HTTPS()
    {
        var api = fixture.Stack.NewApi("production-api", Production);
        await api.StartAsync();
        try
        {
            using var http = new HttpClient { BaseAddress = api.Url };
            using var plain = await http.GetAsync("/api/account/roles", Stop);
            Assert.Equal((HttpStatusCode.Forbidden, "application/problem+json"), (plain.StatusCode, plain.Content.Headers.ContentType?.MediaType));
            using var secure = await ByHttpsAsync(http, "/api/account/roles");
            Assert.Equal(HttpStatusCode.Unauthorized, secure.StatusCode);
            Assert.Equal("max-age=31536000", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
            using var document = await ByHttpsAsync(http, "/openapi/v1.json");
            Assert.False(document.IsSuccessStatusCode);
        }
        finally
        {
            await api.KillAsync();
        }
    }

    [Fact]
    public async Task The_Web_sends_plain_HTTP_to_HTTPS_and_its_cookie_stays_there()
    {
        var web = fixture.Stack.NewWeb("production-web", Production);
        await web.StartAsync();
        try
        {
            using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = web.Url };
            using var plain = await http.GetAsync("/sign-in", Stop);
            Assert.Equal((HttpStatusCode.TemporaryRedirect, "https"), (plain.StatusCode, plain.Headers.Location?.Scheme));
            using var secure = await ByHttpsAsync(http, "/sign-in");
            Assert.Equal(HttpStatusCode.OK, secure.StatusCode);
            Assert.Equal("max-age=31536000", Assert.Single(secure.Headers.GetValues("Strict-Transport-Security")));
            Assert.All(secure.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        }
        finally
        {
            await web.KillAsync();
        }
    }

    /// <summary>As a proxy on this machine passes it on.</summary>
    private static async Task<HttpResponseMessage> ByHttpsAsync(HttpClient http, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Forwarded-Proto", "https");
        request.Headers.Add("X-Forwarded-Host", "app.lab.example");
        return await http.SendAsync(request, Stop);
    }
}
