using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

/// <summary>Who strays is told where they are, and loses nothing on the way.</summary>
public sealed class GettingLost(BrowserFixture fixture)
{
    [Fact]
    public async Task What_is_not_saved_is_asked_about_before_it_is_left()
    {
        await using var session = await SignedInAsync("owner@demo.example");
        var page = session.Page;
        await session.OpenAsync("/campaigns/new", "New campaign");
        await page.GetByLabel("Message text").FillAsync("Written for an hour");
        var patients = page.GetByRole(AriaRole.Link, new() { Name = "Patients" }).First;
        var asked = page.GetByRole(AriaRole.Dialog, new() { Name = "Leave without saving?" });

        await patients.ClickAsync();
        await asked.GetByRole(AriaRole.Button, new() { Name = "Go back" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Message text")).ToHaveValueAsync("Written for an hour");

        await patients.ClickAsync();
        await asked.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();
        await page.WaitForURLAsync("**/patients");
    }

    [Fact]
    public async Task A_page_that_one_s_role_does_not_have_says_so()
    {
        await using var session = await SignedInAsync("viewer@demo.example");
        await session.OpenAsync("/users", "You may not open this");

        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the dashboard" }).ClickAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
    }

    [Fact]
    public async Task What_is_not_there_any_more_leads_back_to_the_others()
    {
        await using var session = await SignedInAsync("owner@demo.example");
        await session.Page.GotoAsync($"/campaigns/{Guid.NewGuid()}");

        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the list" }).ClickAsync();
        await session.Page.WaitForURLAsync("**/campaigns");
    }

    [Fact]
    public async Task A_password_can_not_be_set_without_the_link()
    {
        await using var session = await Session.OpenAsync(fixture);
        await session.OpenAsync("/set-password", "Set a password");

        await Assertions.Expect(session.Page.GetByText("This page needs the link that you were given.")).ToBeVisibleAsync();
        await Assertions.Expect(session.Page.GetByLabel("New password")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_age_that_nobody_has_is_refused_and_not_changed()
    {
        await using var session = await SignedInAsync("owner@demo.example");
        var page = session.Page;
        await session.OpenAsync("/campaigns/new", "New campaign");
        await Assertions.Expect(page.GetByText("can be texted")).ToBeVisibleAsync();

        await page.GetByLabel("Age from").FillAsync("200");
        await page.Keyboard.PressAsync("Tab");

        await Assertions.Expect(page.GetByText("An age is 0 to 130.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("can be texted")).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByLabel("Age from")).ToHaveValueAsync("200");
    }

    private async Task<Session> SignedInAsync(string email)
    {
        var session = await Session.OpenAsync(fixture);
        await session.SignInAsync(email);
        await session.Page.WaitForURLAsync("**/dashboard");
        return session;
    }
}
