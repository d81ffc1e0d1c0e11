using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests;

/// <summary>One person at one browser. What went wrong is kept: a picture and a trace in <c>TestResults/</c>.</summary>
public sealed class Session : IAsyncDisposable
{
    private readonly IBrowserContext context;

    private Session(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    public static async Task<Session> OpenAsync(BrowserFixture fixture, int width = 1280, int height = 900, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await fixture.Browser.NewContextAsync(new()
        {
            BaseURL = fixture.Stack.Web.Url.ToString(),
            ViewportSize = new() { Width = width, Height = height },
            ColorScheme = scheme,
            AcceptDownloads = true,
        });
        context.SetDefaultTimeout(30_000);
        await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
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
        var test = TestContext.Current;
        if (test.TestState?.Result is TestResult.Failed)
        {
            var folder = Path.Combine(Clone.Folder, "TestResults");
            Directory.CreateDirectory(folder);
            var name = Path.Combine(folder, string.Concat((test.TestMethod?.MethodName ?? "test").Split(Path.GetInvalidFileNameChars())));
            await Page.ScreenshotAsync(new() { Path = name + ".png", FullPage = true });
            await context.Tracing.StopAsync(new() { Path = name + ".zip" });
        }
        await context.DisposeAsync();
    }
}
