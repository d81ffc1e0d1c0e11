using System.Text.RegularExpressions;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class SecondFactor(BrowserFixture fixture)
{
    [Fact]
    public async Task A_nurse_who_has_to_sets_one_up_signs_in_by_it_and_by_a_recovery_code_and_an_admin_resets_it()
    {
        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        var (user, client) = await admin.NewUserAsync("staff");
        client.Dispose();
        Authenticator app;
        string recoveryCode;
        await fixture.Stack.SqlAsync("update organizations set requires_second_factor = true");
        try
        {
            await using var nurse = await Session.OpenAsync(fixture, width: 390, height: 844);
            await nurse.SignInAsync(user.Email, NewUsers.Password);
            await Assertions.Expect(nurse.Page.GetByRole(AriaRole.Heading, new() { Name = "Set up a second factor" })).ToBeVisibleAsync();
            // There is no way round it.
            await nurse.Page.GotoAsync("/patients");
            await Assertions.Expect(nurse.Page.GetByRole(AriaRole.Heading, new() { Name = "Set up a second factor" })).ToBeVisibleAsync();

            await nurse.Page.GetByLabel("Present password").FillAsync(NewUsers.Password);
            await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
            await Assertions.Expect(nurse.Page.GetByRole(AriaRole.Img, new() { Name = "QR code" })).ToBeVisibleAsync();
            app = new Authenticator(await nurse.Page.GetByLabel("Key", new() { Exact = true }).InnerTextAsync());
            await nurse.Page.GetByLabel("Code that the app shows").FillAsync(app.WrongCode());
            await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
            await Assertions.Expect(nurse.Page.GetByText("This is not the code of this key.").First).ToBeVisibleAsync();
            await nurse.Page.GetByLabel("Code that the app shows").FillAsync(app.Code());
            await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Turn it on" }).ClickAsync();
            var codes = nurse.Page.GetByRole(AriaRole.List, new() { Name = "Recovery codes" }).GetByRole(AriaRole.Listitem);
            await Assertions.Expect(codes).ToHaveCountAsync(10);
            recoveryCode = await codes.First.InnerTextAsync();
            await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "I have kept them" }).ClickAsync();
            await Assertions.Expect(nurse.Page.GetByRole(AriaRole.Heading, new() { Name = "Dashboard" })).ToBeVisibleAsync();
        }
        finally
        {
            await fixture.Stack.SqlAsync("update organizations set requires_second_factor = false");
        }

        await fixture.Stack.SqlAsync($"update users set last_totp_step = 0 where id = '{user.Id}'");
        await using var anew = await Session.OpenAsync(fixture);
        await anew.SignInAsync(user.Email, NewUsers.Password);
        await anew.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(app.WrongCode());
        await anew.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(anew.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The code is wrong");
        await anew.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(app.Code());
        await anew.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await anew.Page.WaitForURLAsync("**/dashboard");

        await using var withoutPhone = await Session.OpenAsync(fixture);
        await withoutPhone.SignInAsync(user.Email, NewUsers.Password);
        await withoutPhone.Page.GetByText("No phone at hand?").ClickAsync();
        await withoutPhone.Page.GetByLabel("Recovery code").FillAsync(recoveryCode);
        await withoutPhone.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await withoutPhone.Page.WaitForURLAsync("**/dashboard");
        await withoutPhone.OpenAsync("/account", "My account");
        await Assertions.Expect(withoutPhone.Page.GetByText("9 recovery codes are left.")).ToBeVisibleAsync();

        await using var boss = await Session.OpenAsync(fixture);
        await boss.SignInAsync("admin@demo.example");
        await boss.Page.WaitForURLAsync("**/dashboard");
        await boss.OpenAsync("/users", "Users");
        var row = boss.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = user.Email });
        await row.GetByRole(AriaRole.Button, new() { Name = "Reset second factor" }).ClickAsync();
        await boss.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, reset it" }).ClickAsync();
        await Assertions.Expect(row).Not.ToContainTextAsync("second factor");
        // In a tab of its own: the one that is open may just be leaving for the same page by itself.
        var tab = await withoutPhone.Page.Context.NewPageAsync();
        await tab.GotoAsync("/patients");
        await Assertions.Expect(tab).ToHaveURLAsync(new Regex("/sign-in"));
    }
}
