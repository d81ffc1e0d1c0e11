using LabsToGo.BrowserTests;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.SecurityTests.Web;

/// <summary>The Api learns who sits at the browser, not just that the Web asks.</summary>
public sealed class CallerTests(StackFixture fixture)
{
    private const string Address = "203.0.113.44", Agent = "A browser of the laboratory";

    [Fact]
    public async Task Sessions_and_the_audit_log_name_the_browsers_address()
    {
        using var owner = await fixture.Stack.SignInAsync();
        var (user, _) = await owner.NewUserAsync("staff");
        using var playwright = await Playwright.CreateAsync();
        await using var chromium = await Chromium.LaunchAsync(playwright);
        // As a known proxy passes it on: this machine is one.
        var page = await chromium.NewPageAsync(
            new() { BaseURL = fixture.Stack.Web.Url.ToString(), UserAgent = Agent,
                ExtraHTTPHeaders = new Dictionary<string, string> { ["X-Forwarded-For"] = Address } });
        await page.GotoAsync("/sign-in?returnUrl=/patients");
        await page.GetByLabel("E-mail address").FillAsync(user.Email);
        await page.GetByLabel("Password").FillAsync(NewUsers.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync(new() { Timeout = 20_000 });

        Assert.Equal(
            1L,
            await fixture.Stack.SqlAsync($"select count(*) from sessions where user_id = '{user.Id}' and address = '{Address}' and user_agent = '{Agent}'"));
        await Eventually.IsAsync(
            async () => (await EntriesAsync(owner, user.Id)).Any(entry => entry.Action == "patient.search"), () => "The page has not searched");
        Assert.All((await EntriesAsync(owner, user.Id)).Where(entry => entry.Action == "patient.search"), entry => Assert.Equal(Address, entry.Address));
    }

    private static async Task<IReadOnlyList<AuditEntryResponse>> EntriesAsync(ApiClient owner, Guid user) =>
        (await owner.PostAsync<Page<AuditEntryResponse>>("/api/audit/search", new AuditSearchRequest(ActorId: user))).Items;
}
