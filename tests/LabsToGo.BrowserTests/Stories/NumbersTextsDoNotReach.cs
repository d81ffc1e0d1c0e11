using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class NumbersTextsDoNotReach(BrowserFixture fixture)
{
    [Theory]
    [InlineData(1280, 900)]
    [InlineData(390, 844)]
    public async Task The_patients_page_says_why_and_has_it_tried_again(int width, int height)
    {
        using var api = await fixture.Stack.SignInAsync();
        var patient = await api.NewPatientAsync(firstName: "Lena");
        await using var session = await Session.OpenAsync(fixture, width, height);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync($"/patients/{patient.Id}", "Lena Newcomer");
        var heading = session.Page.GetByRole(AriaRole.Heading, new() { Name = "Lena Newcomer" });
        await Assertions.Expect(heading).ToContainTextAsync("Agreed to texts");

        await fixture.Stack.Sandbox.SwitchAsync(new { refuseWithCode = 21614 });
        try
        {
            await api.TextAsync(patient, "May we come at nine?");
            await Assertions.Expect(heading).ToContainTextAsync("Texts don’t arrive");
        }
        finally
        {
            await fixture.Stack.Sandbox.SwitchAsync(new { });
        }
        await Assertions.Expect(session.Page.GetByText("Texts do not reach this number: Not a mobile number (Twilio 21614).")).ToBeVisibleAsync();
        await Assertions.Expect(session.Page.GetByLabel("Write to the patient")).ToBeHiddenAsync();
        Assert.Equal(width, await session.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Try this number again" }).ClickAsync();

        await Assertions.Expect(heading).ToContainTextAsync("Agreed to texts");
        await session.Page.GetByLabel("Write to the patient").FillAsync("Is this better?");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await api.WaitForTextAsync(patient, text => text.Ours?.Status == "delivered");
    }
}
