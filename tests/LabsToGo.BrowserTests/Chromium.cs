using Microsoft.Playwright;

namespace LabsToGo.BrowserTests;

/// <summary>The machine's own browser.</summary>
internal static class Chromium
{
    private static readonly string?[] Places =
    [
        Environment.GetEnvironmentVariable("LABSTOGO_CHROMIUM"),
        "/usr/bin/chromium-headless-shell", "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    ];

    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path(), Args = ["--no-sandbox"] });

    private static string Path() =>
        Places.FirstOrDefault(File.Exists) ?? throw new InvalidOperationException(
            "Chromium is missing. Debian has it in the package chromium-headless-shell; elsewhere set LABSTOGO_CHROMIUM to its path.");
}
