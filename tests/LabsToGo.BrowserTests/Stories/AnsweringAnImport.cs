using LabsToGo.BrowserTests.Pages;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class AnsweringAnImport(BrowserFixture fixture)
{
    [Fact]
    public async Task What_only_a_person_can_say_is_asked_before_anything_is_written_and_rejected_rows_come_back()
    {
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync();
        var (import, page) = (new ImportPage(session), session.Page);
        var phones = Enumerable.Range(0, 3).Select(_ => NewPhones.In("828")).ToArray();
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        await File.WriteAllTextAsync(
            file,
            "First name,Last name,Cell,Contact preference,SMS consent\n" +
            $"Asked,Ann,{phones[0]},Y,by pigeon\nAsked,Ben,{phones[1]},N,yes\nAsked,Cem,{phones[2]} x7,N,yes\n",
            TestContext.Current.CancellationToken);

        await import.CheckAsync(file);
        await Assertions.Expect(page.GetByText("there is a question")).ToContainTextAsync("Contact preference");
        File.Delete(file);
        await Assertions.Expect(import.Start).ToBeDisabledAsync();
        await page.GetByLabel("What is in Contact preference").SelectOptionAsync("opt-out (yes forbids texts)");
        await page.GetByLabel("by pigeon").SelectOptionAsync("texts are allowed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check the file with these choices" }).ClickAsync();
        await Assertions.Expect(page.GetByText("there is a question")).ToHaveCountAsync(0);

        await import.StartAsync();
        await import.IsDoneAsync();
        var rejected = await import.DownloadAsync("Rejected rows to correct");
        Assert.Contains($"Asked,Cem,'{phones[2]} x7,N,yes", rejected, StringComparison.Ordinal);

        await session.OpenAsync("/patients", "Patients");
        await page.GetByLabel("Search patients").FillAsync(phones[0]);
        var row = page.Locator("tbody tr");
        await Assertions.Expect(row).ToHaveCountAsync(1);
        await Assertions.Expect(row).ToContainTextAsync("Opted out");
    }
}
