using LabsToGo.BrowserTests.Stack;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class WritingToAPatient(BrowserFixture fixture)
{
    private RunningAppHost Stack => fixture.Stack;

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_reply_is_answered_on_the_patients_page_until_the_patient_opts_out(int width)
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync(firstName: "Rita");
        await api.TextAsync(patient, "May we come at nine tomorrow? Please have nothing but water before.");
        await api.WaitForTextAsync(patient, text => text.Ours?.Status == "delivered");
        var line = (await Stack.Sandbox.ConversationAsync(patient.Phone))[^1].Sender;
        await Stack.Sandbox.ReplyAsync(patient.Phone, line, "Ten would be better");

        await using var session = await OpenAsync(width);
        await session.OpenAsync($"/patients/{patient.Id}", "Rita Newcomer");
        var messages = session.Page.GetByRole(AriaRole.Log, new() { Name = "Messages" });
        await Assertions.Expect(messages).ToContainTextAsync("Ten would be better");
        await session.Page.GetByLabel("Write to the patient").FillAsync("Ten it is, {{ first_name }} & family!");
        await Assertions.Expect(session.Page.GetByText("1 SMS part, 37 characters")).ToBeVisibleAsync();
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).DblClickAsync();

        var bubble = messages.GetByRole(AriaRole.Listitem).Last;
        await Assertions.Expect(bubble).ToContainTextAsync("Ten it is, {{ first_name }} & family!");
        await Assertions.Expect(bubble).ToContainTextAsync("Delivered");
        await Assertions.Expect(session.Page.GetByLabel("Write to the patient")).ToHaveValueAsync("");
        Assert.Equal(
            "Ten it is, {{ first_name }} & family!",
            Assert.Single(await Stack.Sandbox.ConversationAsync(patient.Phone), text => text.Body.StartsWith("Ten it is", StringComparison.Ordinal)).Body);
        await FitsAsync(session, width);

        await Stack.Sandbox.ReplyAsync(patient.Phone, line, "STOP");
        var reachability = session.Page.GetByRole(AriaRole.Region, new() { Name = "Can they be texted?" });
        await Assertions.Expect(reachability).ToContainTextAsync("This patient has opted out of texts by a text message. Twilio blocks texts to them as well.");
        await Assertions.Expect(reachability).ToContainTextAsync($"by texting START to {line}");
        await Assertions.Expect(reachability).ToContainTextAsync("“STOP”");
        await Assertions.Expect(session.Page.GetByLabel("Write to the patient")).ToBeHiddenAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "Rita Newcomer" })).ToContainTextAsync("Opted out");
    }

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_draft_is_tried_on_one_patient(int width)
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync(firstName: $"Selma{width}");
        var draft = await api.PostAsync<CampaignResponse>(
            "/api/campaigns", new CampaignRequest("Yearly panel", "Hi {{ first_name }}, {{ lab_name }} here. Reply STOP to opt out.", new AudienceFilter()));

        await using var session = await OpenAsync(width);
        await session.OpenAsync($"/campaigns/{draft.Id}", "Yearly panel");
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Send a test" }).ClickAsync();
        await session.Page.GetByLabel("Who gets the test").FillAsync($"Selma{width}");
        await session.Page.GetByRole(AriaRole.List, new() { Name = "Patients found" }).GetByText($"Selma{width} Newcomer").ClickAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync($"Hi Selma{width}, Labs To Go Demo here.");
        await FitsAsync(session, width);
        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Send the test" }).ClickAsync();

        await Assertions.Expect(session.Page.GetByText("The test is on its way to")).ToBeVisibleAsync();
        await api.WaitForTextAsync(patient, text => text.Ours is { Kind: TextKind.Test, Status: "delivered" });
        Assert.Equal(
            $"Hi Selma{width}, Labs To Go Demo here. Reply STOP to opt out.", Assert.Single(await Stack.Sandbox.ConversationAsync(patient.Phone)).Body);
        await session.OpenAsync($"/patients/{patient.Id}", $"Selma{width} Newcomer");
        await Assertions.Expect(session.Page.GetByText("Test of Yearly panel")).ToBeVisibleAsync();
    }

    private async Task<Session> OpenAsync(int width)
    {
        var session = await Session.OpenAsync(fixture, width, height: width < 600 ? 844 : 900);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        return session;
    }

    private static async Task FitsAsync(Session session, int width) =>
        Assert.Equal(width, await session.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
}
