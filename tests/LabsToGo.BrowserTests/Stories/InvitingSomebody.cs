using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class InvitingSomebody(BrowserFixture fixture)
{
    private const string Password = "four ripe melons sing";

    [Fact]
    public async Task An_admin_invites_a_nurse_who_sets_a_password_signs_in_and_is_disabled_again()
    {
        var email = $"{Guid.NewGuid():N}@demo.example";
        var name = $"Nora {email[..6]}";
        await using var admin = await Session.OpenAsync(fixture);
        await admin.SignInAsync("admin@demo.example");
        await admin.Page.WaitForURLAsync("**/dashboard");
        await admin.OpenAsync("/users", "Users");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Invite somebody" }).ClickAsync();
        var dialog = admin.Page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name").FillAsync(name);
        await dialog.GetByLabel("E-mail address").FillAsync(email);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        var link = await admin.Page.GetByLabel("Link", new() { Exact = true }).InputValueAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        var row = admin.Page.GetByRole(AriaRole.Article, new() { Name = name, Exact = true });
        await Assertions.Expect(row).ToContainTextAsync("has not set a password yet");

        await using var nurse = await Session.OpenAsync(fixture, width: 390, height: 844);
        await nurse.Page.GotoAsync(link);
        Assert.EndsWith("/set-password", nurse.Page.Url, StringComparison.Ordinal);
        await nurse.Page.GetByLabel("New password").FillAsync("Password12345!");
        await nurse.Page.GetByLabel("Once more").FillAsync("Password12345!");
        await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Assertions.Expect(nurse.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("tried first");
        await nurse.Page.GetByLabel("New password").FillAsync(Password);
        await nurse.Page.GetByLabel("Once more").FillAsync(Password);
        await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
        await Assertions.Expect(nurse.Page.GetByText("Your password is set.")).ToBeVisibleAsync();
        await nurse.SignInAsync(email, Password);
        await nurse.Page.WaitForURLAsync("**/dashboard");
        await nurse.OpenAsync("/account", "My account");
        await Assertions.Expect(nurse.Page.GetByText("(this one)")).ToBeVisibleAsync();

        await admin.Page.ReloadAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = $"Disable {name}" }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, disable" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("can't sign in");
        await nurse.Page.GotoAsync("/patients");
        await Assertions.Expect(nurse.Page).ToHaveURLAsync(new Regex("/sign-in"));
    }
}
