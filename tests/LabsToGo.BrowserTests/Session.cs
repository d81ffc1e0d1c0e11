using Microsoft.Playwright;

namespace LabsToGo.BrowserTests;

/// <summary>One person at one browser. Of a test that fails, what was seen last is kept as a picture in <c>TestResults/</c>.</summary>
public sealed class Session : IAsyncDisposable
{
    private readonly IBrowserContext _context;

    private Session(IBrowserContext context, IPage page) => (_context, Page) = (context, page);

    public IPage Page { get; }

    public static async Task<Session> OpenAsync(
        BrowserFixture fixture, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light, string host = "127.0.0.1")
    {
        var context = await fixture.Browser.NewContextAsync(new()
        {
            BaseURL = new UriBuilder(fixture.Stack.Web) { Host = host }.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(30_000);
        return new Session(context, await context.NewPageAsync());
    }

    public async Task SignInAsync(string email = "owner@demo.example", string password = "LabsToGo-Demo-1")
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("E-mail address").FillAsync(email);
        await Page.GetByLabel("Password").FillAsync(password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    public async Task OpenAsync(string path, string heading)
    {
        await Page.GotoAsync(path);
        await Assertions.Expect(Page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 })).ToBeVisibleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // Nobody knows yet whether the test passes.
            if (!Page.IsClosed)
            {
                // A page behind another tab may never be painted.
                await Page.BringToFrontAsync();
                await Page.ScreenshotAsync(new() { Path = KeepPicturesAttribute.NewPath(), FullPage = true });
            }
        }
        finally
        {
            // An open page would hold up the Web's end.
            await _context.DisposeAsync();
        }
    }
}
