using System.Text.RegularExpressions;
using LabsToGo.BrowserTests.Pages;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class WholeStory(BrowserFixture fixture)
{
    /// <summary>Of the sample: two seconds at the demo's rates.</summary>
    private const int Rows = 2_000;

    [Fact]
    public async Task From_a_file_of_patients_to_a_delivered_campaign_and_an_opt_out()
    {
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "Dashboard" })).ToBeVisibleAsync();

        var import = new ImportPage(session);
        var file = Path.Combine(fixture.Stack.Folder, "patients.csv");
        await File.WriteAllLinesAsync(
            file, File.ReadLines(Path.Combine(Clone.Folder, "samples", "patients.csv")).Take(1 + Rows), TestContext.Current.CancellationToken);
        await import.ImportAsync(file);
        await import.IsDoneAsync();
        await Assertions.Expect(import.RejectedRows.Nth(10)).ToBeVisibleAsync();
        Assert.True((await import.DownloadErrorsAsync()).Split('\n').Length > 20);

        await import.StartCampaignAsync();
        var form = new CampaignForm(session);
        await form.NameAsync("Yearly panel");
        await form.WriteAsync("Hi {{ first_name }}, {{ lab_name }} here: time for your yearly visit. Reply STOP to opt out.");
        await Assertions.Expect(form.Preview).ToContainTextAsync("Labs To Go Demo here: time for your yearly visit.");
        await Assertions.Expect(form.Preview).ToContainTextAsync("SMS part");
        await form.SaveAsync();

        await fixture.Stack.Sandbox.ForgetAsync();
        var campaign = new CampaignPage(session);
        await campaign.StartAsync();
        await campaign.ShowsAsync("Completed", 120_000);
        await Assertions.Expect(campaign.Headline).ToContainTextAsync("have the text");
        await NobodyWasTextedTwiceAsync();

        await OptOutAsync(session);
    }

    private async Task NobodyWasTextedTwiceAsync()
    {
        var received = await fixture.Stack.Sandbox.ReceivedAsync();
        Assert.Equal(1, received.MostPerRecipient);
        Assert.True(received.Accepted > Rows / 2, $"{received}");
    }

    private async Task OptOutAsync(Session session)
    {
        var text = (await fixture.Stack.Sandbox.LatestAsync())[0];
        await fixture.Stack.Sandbox.ReplyAsync(text.Phone, text.Sender, "STOP");

        await session.OpenAsync("/patients", "Patients");
        await session.Page.GetByLabel("Search patients").FillAsync(text.Phone);
        var row = session.Page.Locator("tbody tr");
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await Assertions.Expect(row).ToContainTextAsync(new Regex("Opted out"));
    }
}
