using Microsoft.Playwright;

namespace LabsToGo.SecurityTests.Web;

internal sealed record OpenBrowser(IPlaywright Playwright, IBrowser Browser, IPage Page) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        Playwright.Dispose();
    }
}
