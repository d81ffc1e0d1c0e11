using System.Text;
using LabsToGo.BrowserTests.Pages;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

/// <summary>What a campaign's page says before, during and after, without anybody asking it again.</summary>
public sealed class SayingWhatIsTrue(BrowserFixture fixture)
{
    [Fact]
    public async Task Two_who_share_a_phone_get_one_text_and_the_page_follows_it_by_itself()
    {
        using var api = await fixture.Stack.SignInAsync();
        var phone = NewPhones.In("802");
        var import = await api.ImportAsync(Encoding.UTF8.GetBytes($"First name,Last name,Phone\nAnna,Shares,{phone}\nBen,Shares,{phone}\n"));
        var draft = await api.DraftCampaignAsync(new AudienceFilter(ImportId: import.Id), name: "Shared");

        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync($"/campaigns/{draft.Id}", "Shared");
        var details = session.Page.GetByRole(AriaRole.Region, new() { Name = "Details" });
        await Assertions.Expect(details).ToContainTextAsync(import.FileName);
        await Assertions.Expect(details).ToContainTextAsync("2 people can be texted, by 1 text, since some share a phone");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Region, new() { Name = "Preview" })).ToContainTextAsync("Labs To Go Demo here.");

        var campaign = new CampaignPage(session);
        await campaign.StartAsync();
        await Assertions.Expect(campaign.Headline).ToHaveTextAsync("1 of 1 person has the text", new() { Timeout = 60_000 });
        var rows = session.Page.GetByRole(AriaRole.Region, new() { Name = "Recipients" }).Locator("tbody tr");
        await Assertions.Expect(rows.Filter(new() { HasText = "Delivered" })).ToHaveCountAsync(1);
        await Assertions.Expect(rows.Filter(new() { HasText = "the one copy is theirs" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_nobody_would_get_is_not_started()
    {
        using var api = await fixture.Stack.SignInAsync();
        var draft = await api.DraftCampaignAsync(new AudienceFilter(PostalCodePrefix: "00000"), name: "For nobody");
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync($"/campaigns/{draft.Id}", "For nobody");

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();

        await Assertions.Expect(session.Page.GetByText("Nobody gets this text.")).ToBeVisibleAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Button, new() { Name = "Nobody to send to" })).ToBeDisabledAsync();
    }
}
