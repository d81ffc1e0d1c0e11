using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Orchestration;

public sealed class DashboardTests(BrowserFixture fixture)
{
    private static readonly string[] Resources =
        ["postgres", "labstogo", "redis", "messaging", "api", "twilio-sandbox", "campaign-worker", "sms-worker", "web"];

    [Fact]
    public async Task Its_login_link_shows_every_resource_running_and_nothing_to_worry_about()
    {
        await using var context = await fixture.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 1600, Height = 1200 } });
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();

        await page.GotoAsync(fixture.Stack.DashboardLogin.ToString());
        // Aspire's own page falls over at times as it opens, before it has any row, and offers to be loaded again.
        var fallen = page.GetByText("An unhandled error has occurred.");
        await Assertions.Expect(Row(Resources[0]).Or(fallen).First).ToBeVisibleAsync();
        if (await fallen.IsVisibleAsync())
            await page.ReloadAsync();

        try
        {
            foreach (var resource in Resources)
                await Assertions.Expect(Row(resource)).ToContainTextAsync("Running");
            await Assertions.Expect(page.GetByText("certificate")).ToHaveCountAsync(0);
        }
        finally
        {
            await page.ScreenshotAsync(new() { Path = KeepPicturesAttribute.NewPath() });
        }

        ILocator Row(string resource) =>
            page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByText(new Regex($"^{resource}(-[a-z]{{8}})?$")) }).First;
    }
}
