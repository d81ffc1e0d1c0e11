using LabsToGo.Contracts.Http;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class ClickingTwice(BrowserFixture fixture)
{
    /// <param name="between">Milliseconds in which the browser is busy between the clicks: the second one comes before the draft is saved, or after that and
    /// before the page goes.</param>
    [Theory]
    [InlineData(0)]
    [InlineData(1_500)]
    public async Task A_double_click_saves_one_draft(int between)
    {
        var name = $"Twice {Guid.NewGuid():N}";
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync("/campaigns/new", "New campaign");
        await session.Page.GetByLabel("Campaign name").FillAsync(name);
        await session.Page.GetByLabel("Message text").FillAsync("Hello {{ first_name }}, this is Labs To Go.");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Save the draft" }).EvaluateAsync(
            "(button, between) => { button.click(); setTimeout(() => { for (const end = Date.now() + between; Date.now() < end;); button.click(); }, 0); }",
            between);

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = name })).ToBeVisibleAsync();
        using var api = await fixture.Stack.SignInAsync();
        Assert.Single((await api.GetAsync<Page<CampaignResponse>>("/api/campaigns")).Items, campaign => campaign.Name == name);
    }
}
