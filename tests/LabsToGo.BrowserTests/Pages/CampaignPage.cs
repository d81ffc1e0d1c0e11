using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Pages;

internal sealed class CampaignPage(Session session)
{
    private IPage Page => session.Page;

    public ILocator Headline => Page.Locator(".headline");

    public async Task StartAsync()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Yes, send to") }).ClickAsync();
    }

    /// <param name="state">As the list of recipients names it.</param>
    public async Task ShowOnlyAsync(string state)
    {
        await Page.GetByLabel("Show").ClickAsync();
        await Page.Locator(".mud-popover-open").GetByText(state, new() { Exact = true }).ClickAsync();
    }

    /// <summary>The first button of that name.</summary>
    public Task DecideAsync(string word) => Page.GetByRole(AriaRole.Button, new() { Name = word, Exact = true }).First.ClickAsync();

    public Task ShowsAsync(string status, float timeout = 20_000) =>
        Assertions.Expect(Page.GetByText(status, new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = timeout });
}
