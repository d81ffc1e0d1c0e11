using LabsToGo.BrowserTests.Pages;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class WritingATemplate(BrowserFixture fixture)
{
    [Theory]
    [InlineData("Hi {{ frist_name }}", "frist_name")]
    [InlineData("Hi {{ first_name", "Close every")]
    public async Task A_wrong_template_is_explained_while_it_is_written(string template, string expected)
    {
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync("/campaigns/new", "New campaign");
        var form = new CampaignForm(session);

        await form.NameAsync("Wrong");
        await form.WriteAsync(template);
        await Assertions.Expect(form.Preview).ToContainTextAsync(expected);

        await form.SaveAsync();
        await Assertions.Expect(session.Page.Locator("form.stack")).ToContainTextAsync(expected);
        Assert.EndsWith("/campaigns/new", session.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_template_is_asked_for()
    {
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync("/campaigns/new", "New campaign");
        var form = new CampaignForm(session);

        await form.NameAsync("Empty");
        await form.SaveAsync();

        await Assertions.Expect(session.Page.GetByLabel("Message text")).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.EndsWith("/campaigns/new", session.Page.Url, StringComparison.Ordinal);
    }
}
