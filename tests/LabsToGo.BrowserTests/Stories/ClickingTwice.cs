using LabsToGo.Contracts.Http;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class ClickingTwice(BrowserFixture fixture)
{
    [Fact]
    public async Task A_double_click_saves_one_draft()
    {
        var name = $"Twice {Guid.NewGuid():N}";
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync("/campaigns/new", "New campaign");
        await session.Page.GetByLabel("Campaign name").FillAsync(name);
        await session.Page.GetByLabel("Message text").FillAsync("Hello {{ first_name }}, this is Labs To Go.");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).DblClickAsync();

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
        using var api = await fixture.Stack.SignInAsync();
        Assert.Single((await api.GetAsync<Page<CampaignResponse>>("/api/campaigns")).Items, campaign => campaign.Name == name);
    }
}
