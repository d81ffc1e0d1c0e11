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

    [Fact]
    public async Task A_double_click_opens_one_dialog_which_opens_again_after_it_was_left()
    {
        using var api = await fixture.Stack.SignInAsync();
        var draft = await api.PostAsync<CampaignResponse>(
            "/api/campaigns", new CampaignRequest("One dialog", "Hi {{ first_name }}, {{ lab_name }} here. Reply STOP to opt out.", new AudienceFilter()));
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Campaigns" }).First.ClickAsync();
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "One dialog" }).First.ClickAsync();
        var start = session.Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true });
        var dialogs = session.Page.GetByRole(AriaRole.Dialog);

        await start.EvaluateAsync("button => { button.click(); button.click(); }");
        await dialogs.First.GetByRole(AriaRole.Button, new() { Name = "Go back" }).ClickAsync();
        await Assertions.Expect(dialogs).ToHaveCountAsync(0);
        await start.ClickAsync();
        await Assertions.Expect(dialogs).ToHaveCountAsync(1);
        await session.Page.GoBackAsync();
        await Assertions.Expect(dialogs).ToHaveCountAsync(0);
        await session.Page.GoForwardAsync();
        await start.ClickAsync();
        await Assertions.Expect(dialogs).ToHaveCountAsync(1);
        using var deleted = await api.SendAsync(HttpMethod.Delete, $"/api/campaigns/{draft.Id}");
    }
}
