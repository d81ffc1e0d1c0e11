using LabsToGo.BrowserTests;
using LabsToGo.BrowserTests.Stack;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

[assembly: KeepPictures]
[assembly: AssemblyFixture(typeof(BrowserFixture))]
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace LabsToGo.BrowserTests;

/// <summary>The whole stack, and one Chromium of the machine's own.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private IPlaywright? _playwright;

    public RunningAppHost Stack { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        // As patient as the actions: a busy machine is slow, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        Browser = await Chromium.LaunchAsync(_playwright);
        Stack = await RunningAppHost.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Stack is not null)
            await Stack.DisposeAsync();
        if (Browser is not null)
            await Browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
