using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Pages;

internal sealed class ImportPage(Session session)
{
    private IPage Page => session.Page;

    public ILocator Error => Page.GetByRole(AriaRole.Alert);

    public ILocator Start => Page.GetByRole(AriaRole.Button, new() { Name = "Import these patients" });

    public ILocator RejectedRows => Page.GetByRole(AriaRole.Region, new() { Name = "What is wrong in the file" }).Locator("tbody tr");

    /// <summary>Looks at what would become of the file, and starts it.</summary>
    public async Task ImportAsync(string path, bool consent = true)
    {
        await CheckAsync(path, consent);
        await StartAsync();
    }

    public async Task StartAsync()
    {
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "Check before you import" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Start.ClickAsync();
    }

    public async Task CheckAsync(string path, bool consent = true)
    {
        await session.OpenAsync("/patients/import", "Import patients");
        await Page.Locator("input[type=file]").SetInputFilesAsync(path);
        if (consent)
            await Page.GetByLabel("Every patient in this file agreed").CheckAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Check the file" }).ClickAsync();
    }

    public Task IsDoneAsync() =>
        Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "The import is done" })).ToBeVisibleAsync(new() { Timeout = 60_000 });

    public Task IsRefusedAsync() => Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = "The file was refused" })).ToBeVisibleAsync();

    public Task<string> DownloadErrorsAsync() => DownloadAsync("Download all as a file");

    public async Task<string> DownloadAsync(string link)
    {
        var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync());
    }

    public Task StartCampaignAsync() => Page.GetByRole(AriaRole.Link, new() { Name = "Start a campaign to these patients" }).ClickAsync();
}
