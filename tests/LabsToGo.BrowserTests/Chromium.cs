namespace LabsToGo.BrowserTests;

/// <summary>The machine's own browser.</summary>
internal static class Chromium
{
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Path() =>
        new[] { Environment.GetEnvironmentVariable("LABSTOGO_CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }
            .FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is missing. Debian has it in the package chromium; elsewhere set LABSTOGO_CHROMIUM to its path.");
}
