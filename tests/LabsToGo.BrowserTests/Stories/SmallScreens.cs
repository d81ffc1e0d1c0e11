using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class SmallScreens(BrowserFixture fixture)
{
    private static readonly (string Path, string Heading)[] Pages =
    [
        ("/dashboard", "Dashboard"), ("/patients", "Patients"), ("/patients/new", "Add a patient"), ("/patients/import", "Import patients"),
        ("/campaigns", "Campaigns"), ("/campaigns/new", "New campaign"), ("/settings", "Settings"), ("/queue", "Queue"), ("/audit", "Audit log"),
        ("/users", "Users"), ("/api-keys", "API keys"), ("/account", "My account"),
    ];

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_page_fits_a_phone_and_reports_no_error(ColorScheme scheme)
    {
        await using var session = await Session.OpenAsync(fixture, width: 390, height: 844, scheme);
        var errors = new List<string>();
        session.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                errors.Add(message.Text);
        };
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");

        foreach (var (path, heading) in Pages)
        {
            await session.OpenAsync(path, heading);
            Assert.Equal(
                (path, 390), (path, await session.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)")));
        }
        Assert.Empty(errors);
    }
}
