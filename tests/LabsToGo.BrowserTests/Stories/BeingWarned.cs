using LabsToGo.BrowserTests.Pages;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class BeingWarned(BrowserFixture fixture)
{
    [Fact]
    public async Task A_text_that_tells_too_much_is_marked_while_it_is_written_and_asked_about_before_it_leaves()
    {
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync("/campaigns/new", "New campaign");
        var form = new CampaignForm(session);
        await form.NameAsync("Warned");
        await form.WriteAsync("{{ lab_name }}: your HIV test is due. Reply CANCEL to cancel your visit, STOP to opt out.");

        await Assertions.Expect(form.Preview.Locator("mark")).ToHaveTextAsync(["HIV", "CANCEL"]);
        await Assertions.Expect(form.Preview).ToContainTextAsync("must not say which test");
        await Assertions.Expect(form.Preview).ToContainTextAsync("gets no texts from you any more");
        await form.SaveAsync();

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Start", Exact = true }).ClickAsync();
        var dialog = session.Page.GetByRole(AriaRole.Dialog);
        var yes = dialog.GetByRole(AriaRole.Button, new() { NameRegex = new("^Yes, send to") });
        await Assertions.Expect(dialog.Locator("mark")).ToHaveTextAsync(["HIV", "CANCEL"]);
        await Assertions.Expect(yes).ToBeDisabledAsync();
        await dialog.GetByLabel("I have read this and want to send the text as it is").CheckAsync();
        await Assertions.Expect(yes).ToBeEnabledAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Go back" }).ClickAsync();
    }
}
