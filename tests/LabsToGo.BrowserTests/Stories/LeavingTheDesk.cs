using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class LeavingTheDesk(BrowserFixture fixture)
{
    [Fact]
    public async Task Work_in_one_tab_keeps_all_and_who_is_away_is_warned_signed_out_of_all_and_comes_back_to_the_same_page()
    {
        const int Limit = 8;
        await using var session = await OpenAsync(Limit);
        await session.OpenAsync("/patients", "Patients");
        var other = await session.Page.Context.NewPageAsync();
        await other.GotoAsync("/campaigns");
        for (var second = 0; second <= Limit; second++)
        {
            await session.Page.Keyboard.PressAsync("Shift");
            await session.Page.WaitForTimeoutAsync(1000);
        }
        await Assertions.Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Campaigns", Level = 1 })).ToBeVisibleAsync();

        await other.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Dialog)).ToBeHiddenAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "Patients", Level = 1 })).ToBeVisibleAsync();

        var dialog = session.Page.GetByRole(AriaRole.Dialog, new() { Name = "Are you still there?" });
        await Assertions.Expect(dialog).ToBeVisibleAsync(new() { Timeout = 20_000 });
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Timer)).ToHaveTextAsync(new Regex("^[1-4]$"));
        await session.Page.WaitForURLAsync(new Regex("/sign-in"));
        await other.WaitForURLAsync(new Regex("/sign-in"));
        Assert.DoesNotContain(await session.Page.Context.CookiesAsync(), cookie => cookie.Name.EndsWith("labstogo", StringComparison.Ordinal));
        await session.Page.ReloadAsync();
        await Assertions.Expect(session.Page.GetByText("because nobody used these pages for a while")).ToBeVisibleAsync();

        await SignInAgainAsync(session.Page);
        await session.Page.WaitForURLAsync("**/patients");
    }

    [Fact]
    public async Task A_machine_that_slept_finds_the_session_over()
    {
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync("viewer@demo.example");
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync("/settings", "Settings");
        await fixture.Stack.SqlAsync(
            "update sessions set last_seen_at = now() - interval '1 hour' where user_id = (select id from users where email = 'viewer@demo.example')");

        // The page's own timers ask the Api within seconds.
        await session.Page.WaitForURLAsync(new Regex("/sign-in"));
        await Assertions.Expect(session.Page.GetByText("because nobody used these pages for a while")).ToBeVisibleAsync();
        await SignInAgainAsync(session.Page);
        await session.Page.WaitForURLAsync("**/settings");
    }

    /// <summary>With a limit that a test can wait for: the least that an organization can set is five minutes.</summary>
    private async Task<Session> OpenAsync(int seconds)
    {
        var session = await Session.OpenAsync(fixture);
        await session.Page.Context.RouteAsync("**/session/active", async route =>
        {
            var answer = await route.FetchAsync();
            var text = await answer.TextAsync();
            await route.FulfillAsync(new() { Response = answer, Body = Regex.Replace(text, "\"logOffSeconds\":\\d+", $"\"logOffSeconds\":{seconds}") });
        });
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        return session;
    }

    private static async Task SignInAgainAsync(IPage page)
    {
        await page.GetByLabel("E-mail address").FillAsync("viewer@demo.example");
        await page.GetByLabel("Password").FillAsync("LabsToGo-Demo-1");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }
}
