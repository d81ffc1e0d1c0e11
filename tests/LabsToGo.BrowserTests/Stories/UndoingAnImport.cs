using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class UndoingAnImport(BrowserFixture fixture)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task An_import_is_taken_back_and_the_page_says_who_stays(int width)
    {
        using var api = await fixture.Stack.SignInAsync();
        var (stays, goes) = (NewPhones.In("307"), NewPhones.In("307"));
        var import = await api.ImportAsync(Encoding.UTF8.GetBytes($"First name,Last name,Phone\nStella,Stays,{stays}\nGreta,Goes,{goes}\n"));
        var stella = (await api.PostAsync<Page<PatientResponse>>(
            "/api/patients/search", new PatientSearchRequest(stays))).Items[0];
        await api.TextAsync(stella, "See you tomorrow");
        await using var session = await Session.OpenAsync(fixture, width, 844);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync($"/patients/imports/{import.Id}", "The import is done");

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Undo this import" }).ClickAsync();
        var dialog = session.Page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog).ToContainTextAsync("1 patient added by the file is deleted");
        await Assertions.Expect(dialog).ToContainTextAsync("Stella Stays");
        Assert.Equal(width, await WidthAsync());
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Undo the import" }).ClickAsync();

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "The import was undone", Level = 1 })).ToBeVisibleAsync();
        var undone = session.Page.GetByRole(AriaRole.Region, new() { Name = "Undone" });
        await Assertions.Expect(undone).ToContainTextAsync("Stella Stays");
        await Assertions.Expect(undone).Not.ToContainTextAsync("Greta");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Button, new() { Name = "Undo this import" })).ToHaveCountAsync(0);
        Assert.Equal(width, await WidthAsync());

        Task<int> WidthAsync() =>
            session.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)");
    }
}
