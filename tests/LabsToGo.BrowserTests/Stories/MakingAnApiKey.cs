using System.Net;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class MakingAnApiKey(BrowserFixture fixture)
{
    [Fact]
    public async Task An_admin_makes_a_key_sees_it_once_and_revokes_it()
    {
        var name = $"Laboratory system {Guid.NewGuid():N}"[..30];
        await using var admin = await Session.OpenAsync(fixture);
        await admin.SignInAsync("admin@demo.example");
        await admin.Page.WaitForURLAsync("**/dashboard");
        await admin.OpenAsync("/api-keys", "API keys");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Make a key" }).ClickAsync();
        var dialog = admin.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Make the key" })).ToBeDisabledAsync();
        await Assertions.Expect(dialog.GetByLabel("Users: manage")).ToHaveCountAsync(0);
        await dialog.GetByLabel("Name").FillAsync(name);
        await dialog.GetByLabel("Campaigns: read").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Make the key" }).ClickAsync();
        var secret = await admin.Page.GetByLabel("Key", new() { Exact = true }).InputValueAsync();
        // As where the site has no https.
        await admin.Page.EvaluateAsync("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Copy the key" }).ClickAsync();
        await Assertions.Expect(admin.Page.GetByText("The browser does not let us copy.")).ToBeVisibleAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "I have it" }).ClickAsync();

        var row = admin.Page.GetByRole(AriaRole.Article, new() { Name = name });
        await Assertions.Expect(row).ToContainTextAsync("Last used: never");
        using var program = ApiClient.With(fixture.Stack.Api, secret);
        Assert.Equal(HttpStatusCode.OK, await program.StatusAsync(HttpMethod.Get, "/api/campaigns"));
        await admin.Page.ReloadAsync();
        await Assertions.Expect(row).ToContainTextAsync("Last used: today");
        Assert.DoesNotContain(secret, await admin.Page.ContentAsync(), StringComparison.Ordinal);

        await row.GetByRole(AriaRole.Button, new() { Name = $"Revoke {name}" }).ClickAsync();
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, revoke it" }).ClickAsync();
        await Assertions.Expect(row).ToContainTextAsync("Revoked today");
        Assert.Equal(HttpStatusCode.Unauthorized, await program.StatusAsync(HttpMethod.Get, "/api/campaigns"));
    }
}
