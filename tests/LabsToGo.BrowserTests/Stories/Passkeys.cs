using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class Passkeys(BrowserFixture fixture)
{
    [Fact]
    public async Task A_nurse_adds_a_passkey_signs_in_with_it_and_removes_it()
    {
        using var admin = await fixture.Stack.SignInAsync("admin@demo.example");
        var (user, client) = await admin.NewUserAsync("staff");
        client.Dispose();
        // Passkeys belong to a name; an address of numbers has none.
        await using var nurse = await Session.OpenAsync(fixture, width: 390, height: 844, host: "localhost");
        var devices = await nurse.Page.Context.NewCDPSessionAsync(nurse.Page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });

        await nurse.SignInAsync(user.Email, NewUsers.Password);
        await nurse.Page.WaitForURLAsync("**/dashboard");
        await nurse.OpenAsync("/account", "My account");
        var panel = nurse.Page.GetByRole(AriaRole.Region, new() { Name = "Passkeys" });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("My phone");
        await panel.GetByLabel("Present password").FillAsync("not it");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Assertions.Expect(panel.GetByText("This is not your present password.")).ToBeVisibleAsync();
        await panel.GetByLabel("Present password").FillAsync(NewUsers.Password);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        var row = panel.GetByRole(AriaRole.Article);
        await Assertions.Expect(row).ToContainTextAsync("My phone");

        // The device knows that it has one.
        await panel.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await panel.GetByRole(AriaRole.Textbox, new() { Name = "Name" }).FillAsync("Once more");
        await panel.GetByLabel("Present password").FillAsync(NewUsers.Password);
        await panel.GetByRole(AriaRole.Button, new() { Name = "Make a passkey" }).ClickAsync();
        await Assertions.Expect(panel.GetByText("This device has a passkey for your account already.")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Go back" }).ClickAsync();

        await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).First.ClickAsync();
        await nurse.Page.GotoAsync("/sign-in?returnUrl=%2Fpatients");
        await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await nurse.Page.WaitForURLAsync("**/patients");
        await Assertions.Expect(nurse.Page.GetByRole(AriaRole.Heading, new() { Name = "Patients" })).ToBeVisibleAsync();

        await nurse.OpenAsync("/account", "My account");
        await row.GetByRole(AriaRole.Button, new() { Name = "Rename My phone" }).ClickAsync();
        await nurse.Page.GetByRole(AriaRole.Dialog).GetByLabel("Name").FillAsync("Old phone");
        await nurse.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Remove Old phone" }).ClickAsync();
        await nurse.Page.GetByRole(AriaRole.Dialog).GetByLabel("Present password").FillAsync(NewUsers.Password);
        await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Remove it" }).ClickAsync();
        await Assertions.Expect(row).ToHaveCountAsync(0);

        // A slow line: the page is there before its script, and no click may be lost on it.
        await nurse.Page.RouteAsync("**/passkey-sign-in*.js", async route =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
            await route.ContinueAsync();
        });
        await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).First.ClickAsync();
        await nurse.Page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Assertions.Expect(nurse.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The passkey was not taken.");
    }
}
