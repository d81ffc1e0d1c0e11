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

        try
        {
            foreach (var resource in Resources)
                await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByText(new Regex($"^{resource}(-[a-z]{{8}})?$")) }).First)
                    .ToContainTextAsync("Running");
            await Assertions.Expect(page.GetByText("certificate")).ToHaveCountAsync(0);
        }
        finally
        {
            await page.ScreenshotAsync(new() { Path = KeepPicturesAttribute.NewPath() });
        }
    }
}
