using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class SigningIn(BrowserFixture fixture)
{
    [Fact]
    public async Task A_wrong_password_is_said_in_words_and_lets_try_again()
    {
        await using var session = await Session.OpenAsync(fixture);

        await session.SignInAsync(password: "not it");
        await Assertions.Expect(session.Page.GetByText("is wrong")).ToBeVisibleAsync();

        await session.SignInAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "Dashboard" })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/dashboard")]
    [InlineData("/patients")]
    [InlineData("/campaigns/new")]
    [InlineData("/settings")]
    [InlineData("/queue")]
    public async Task Who_has_not_signed_in_is_asked_to_and_comes_to_the_page_afterwards(string path)
    {
        await using var session = await Session.OpenAsync(fixture);

        await session.Page.GotoAsync(path);
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" })).ToBeVisibleAsync();

        await session.Page.GetByLabel("E-mail address").FillAsync("owner@demo.example");
        await session.Page.GetByLabel("Password").FillAsync("LabsToGo-Demo-1");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await session.Page.WaitForURLAsync($"**{path}");
    }

    [Fact]
    public async Task No_token_ever_reaches_the_browser()
    {
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "Dashboard" })).ToBeVisibleAsync();

        var cookies = await session.Page.Context.CookiesAsync();
        var stored = await session.Page.EvaluateAsync<string>("() => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie");

        Assert.DoesNotContain(cookies, cookie => cookie.Value.StartsWith("eyJ", StringComparison.Ordinal));
        Assert.DoesNotContain("eyJ", stored, StringComparison.Ordinal);
        Assert.True(Assert.Single(cookies, cookie => cookie.Name == "labstogo").HttpOnly);
    }
}
