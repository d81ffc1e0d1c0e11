using LabsToGo.BrowserTests.Stack;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class DecidingAboutAReply(BrowserFixture fixture)
{
    private RunningAppHost Stack => fixture.Stack;

    [Theory]
    [InlineData(true, "Yes, no more texts", "Yes, no more texts", "Opted out")]
    [InlineData(false, "No, it is not", "It is not an opt-out", "Agreed to texts")]
    public async Task The_dashboard_leads_to_what_may_be_an_opt_out_and_somebody_decides(bool optedOut, string answer, string sure, string after)
    {
        using var api = await Stack.SignInAsync();
        var name = optedOut ? "Doris" : "Dora";
        var patient = await api.NewPatientAsync(firstName: name);
        var senders = await api.GetAsync<List<SenderResponse>>("/api/senders");

        await using var session = await Session.OpenAsync(fixture, 390, height: 844);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await Stack.Sandbox.ReplyAsync(patient.Phone, senders[0].Phone, $"Wrong number, I am not {name}");

        var held = session.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = $"Wrong number, I am not {name}" }).First;
        await held.GetByRole(AriaRole.Link, new() { Name = $"{name} Newcomer" }).ClickAsync();
        var heading = session.Page.GetByRole(AriaRole.Heading, new() { Name = $"{name} Newcomer" });
        await Assertions.Expect(heading).ToContainTextAsync("On hold");
        await Assertions.Expect(session.Page.GetByLabel("Write to the patient")).ToBeVisibleAsync();

        await session.Page.GetByRole(AriaRole.Button, new() { Name = answer }).ClickAsync();
        await session.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = sure }).ClickAsync();

        await Assertions.Expect(heading).ToContainTextAsync(after);
        await Assertions.Expect(session.Page.GetByText("Is their reply an opt-out?")).ToBeHiddenAsync();
    }
}
