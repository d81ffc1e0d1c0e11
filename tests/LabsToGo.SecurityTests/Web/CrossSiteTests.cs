using System.Net;

namespace LabsToGo.SecurityTests.Web;

/// <summary>Other sites' pages, and links that were made to mislead.</summary>
public sealed class CrossSiteTests(StackFixture fixture)
{
    private const string Negotiate = "/_blazor/negotiate?negotiateVersion=1";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Uri Web => fixture.Stack.Web.Url;

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task Another_sites_page_can_neither_post_nor_connect(string header, string value)
    {
        using var page = new SignInPage(Web);
        using var foreign = await page.SignInAsync(change: request => request.Headers.Add(header, value));
        Assert.Equal(HttpStatusCode.Forbidden, foreign.StatusCode);

        using var own = await page.SignInAsync(change: request => request.Headers.Add("Origin", Web.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.Redirect, own.StatusCode);
        foreach (var path in (string[])[Negotiate, "/session/refresh", "/session/active", "/session/sign-out"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { { header, value } } };
            using var answer = await page.Http.SendAsync(request, Stop);
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, answer.StatusCode));
        }
        using var socket =
            new HttpRequestMessage(HttpMethod.Get,
                "/_blazor") { Headers = { { header, value }, { "Connection", "Upgrade" }, { "Upgrade", "websocket" }, { "Sec-WebSocket-Version", "13" },
                    { "Sec-WebSocket-Key", "AAAAAAAAAAAAAAAAAAAAAA==" } } };
        using var refused = await page.Http.SendAsync(socket, Stop);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);

        using var connected = await page.Http.PostAsync(new Uri(Negotiate, UriKind.Relative), null, Stop);
        Assert.Equal(HttpStatusCode.OK, connected.StatusCode);
    }

    [Fact]
    public async Task Without_a_cookie_no_page_connects()
    {
        using var page = new SignInPage(Web);
        using var answer = await page.Http.PostAsync(new Uri(Negotiate, UriKind.Relative), null, Stop);

        Assert.InRange((int)answer.StatusCode, 400, 499);
        Assert.Equal("/sign-in", answer.Headers.Location!.AbsolutePath);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var page = new SignInPage(Web);
        using var answer = await page.SignInAsync(withToken: false);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(
            answer.Headers, header => header.Key == "Set-Cookie" && header.Value.Any(cookie => cookie.StartsWith("labstogo=", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("\\\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\n/evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("https:evil.example")]
    [InlineData("%2F%2Fevil.example")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("/.//evil.example")]
    [InlineData("/..//evil.example")]
    [InlineData("@evil.example")]
    [InlineData("javascript:alert(1)")]
    [InlineData("/\r\nLocation: https://evil.example")]
    public async Task After_the_sign_in_nobody_is_led_away(string returnUrl)
    {
        using var page = new SignInPage(Web);
        using var answer = await page.SignInAsync("?returnUrl=" + Uri.EscapeDataString(returnUrl));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var location = answer.Headers.GetValues("Location").Single();
        Assert.False(location.StartsWith("//", StringComparison.Ordinal) || location.Contains('\\', StringComparison.Ordinal), location);
        Assert.Equal(Web.Authority, new Uri(Web, location).Authority);
    }

    [Fact]
    public async Task A_page_tells_nothing_of_its_server()
    {
        using var page = new SignInPage(Web);
        using var answer = await page.Http.GetAsync(new Uri("/sign-in", UriKind.Relative), Stop);

        Assert.False(answer.Headers.Contains("Server") || answer.Headers.Contains("X-Powered-By"));
        Assert.DoesNotContain("ws:", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }
}
