using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

/// <summary>What holds for each page and dialog: it fits the window, reports no error, and axe finds nothing that shuts somebody out.</summary>
public sealed class EveryPage(BrowserFixture fixture)
{
    /// <summary>With the buttons that open its dialogs.</summary>
    private static readonly (string Path, string Heading, string[] Dialogs)[] Pages =
    [
        ("/dashboard", "Dashboard", ["Stop all sending"]), ("/patients", "Patients", []), ("/patients/new", "Add a patient", []),
        ("/patients/import", "Import patients", []), ("/campaigns", "Campaigns", []), ("/campaigns/new", "New campaign", []),
        ("/settings", "Settings", ["Add a number"]), ("/queue", "Queue", []), ("/audit", "Audit log", []), ("/users", "Users", ["Invite somebody"]),
        ("/api-keys", "API keys", ["Make a key"]), ("/account", "My account", []),
    ];

    /// <summary>Each width and each scheme once; all four with <c>--full</c>.</summary>
    public static TheoryData<int, ColorScheme> Windows => Thoroughness.Full
        ? new() { { 390, ColorScheme.Light }, { 390, ColorScheme.Dark }, { 1440, ColorScheme.Light }, { 1440, ColorScheme.Dark } }
        : new() { { 390, ColorScheme.Light }, { 1440, ColorScheme.Dark } };

    [Theory]
    [MemberData(nameof(Windows))]
    public async Task Fits_reports_no_error_and_shuts_nobody_out(int width, ColorScheme scheme)
    {
        using var api = await fixture.Stack.SignInAsync();
        var patient = await api.NewPatientAsync();
        var draft = await api.DraftCampaignAsync(await OwnAudience.ImportAsync(api, 2), name: "Never started");
        (string, string, string[])[] own =
        [
            ($"/campaigns/{draft.Id}", draft.Name, ["Start", "Send a test"]), ($"/patients/{patient.Id}", patient.FullName, ["Erase", "Record an opt-out"]),
        ];

        await using var session = await Session.OpenAsync(fixture, width, height: 900, scheme);
        var problems = new List<string>();
        session.Page.Console += (_, message) =>
        {
            if (message.Type == "error")
                problems.Add($"{session.Page.Url}: {message.Text}");
        };
        await session.Page.GotoAsync("/sign-in");
        problems.AddRange(await AxeFindsAsync(session, "/sign-in"));
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");

        foreach (var (path, heading, dialogs) in Pages.Concat(own))
        {
            await session.OpenAsync(path, heading);
            await Assertions.Expect(session.Page.GetByText("Loading…")).ToHaveCountAsync(0);
            if (await session.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)") > width)
                problems.Add($"{path} is wider than the window");
            problems.AddRange(await AxeFindsAsync(session, path));
            var dialog = session.Page.GetByRole(AriaRole.Dialog);
            foreach (var button in dialogs)
            {
                await session.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
                await Assertions.Expect(dialog).ToBeVisibleAsync();
                await Assertions.Expect(session.Page.GetByText("Loading…")).ToHaveCountAsync(0);
                problems.AddRange(await AxeFindsAsync(session, $"{path}: {button}", dialog));
                await session.Page.Keyboard.PressAsync("Escape");
                await Assertions.Expect(dialog).ToBeHiddenAsync();
            }
        }
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task<IEnumerable<string>> AxeFindsAsync(Session session, string where, ILocator? only = null)
    {
        // Half faded in, nothing has the contrast that it has in the end.
        await session.Page.EvaluateAsync(
            """
            () => Promise.allSettled(document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity).map(a => a.finished)).then(() => null)
            """);
        var options = new AxeRunOptions { ResultTypes = [ResultType.Violations] };
        var found = only is null ? await session.Page.RunAxe(options) : await only.RunAxe(options);
        return found.Violations.SelectMany(
            rule => rule.Nodes.Select(node => $"{where}: {rule.Id} ({rule.Help}) at {string.Join(' ', node.Target)}: {node.Html}"));
    }
}
