using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

/// <summary>What holds for each page and dialog: it fits the window, reports no error, and axe finds nothing that shuts somebody out.</summary>
public sealed class EveryPage(BrowserFixture fixture)
{
    private static readonly (string Path, string Heading)[] Pages =
    [
        ("/dashboard", "Dashboard"), ("/patients", "Patients"), ("/patients/new", "Add a patient"), ("/patients/import", "Import patients"),
        ("/campaigns", "Campaigns"), ("/campaigns/new", "New campaign"), ("/settings", "Settings"), ("/queue", "Queue"), ("/audit", "Audit log"),
        ("/users", "Users"), ("/api-keys", "API keys"), ("/account", "My account"),
    ];

    /// <summary>By the button that opens it.</summary>
    private static readonly (string Path, string Heading, string Button)[] Dialogs =
    [
        ("/dashboard", "Dashboard", "Stop all sending"), ("/settings", "Settings", "Add a number"), ("/users", "Users", "Invite somebody"),
        ("/api-keys", "API keys", "Make a key"),
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
        (string, string, string)[] ownDialogs =
        [
            ($"/campaigns/{draft.Id}", draft.Name, "Start"), ($"/campaigns/{draft.Id}", draft.Name, "Send a test"),
            ($"/patients/{patient.Id}", patient.FullName, "Erase"), ($"/patients/{patient.Id}", patient.FullName, "Record an opt-out"),
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

        foreach (var (path, heading) in Pages.Append(($"/patients/{patient.Id}", patient.FullName)).Append(($"/campaigns/{draft.Id}", draft.Name)))
        {
            await session.OpenAsync(path, heading);
            await Assertions.Expect(session.Page.GetByText("Loading…")).ToHaveCountAsync(0);
            if (await session.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)") > width)
                problems.Add($"{path} is wider than the window");
            problems.AddRange(await AxeFindsAsync(session, path));
        }
        foreach (var (path, heading, button) in Dialogs.Concat(ownDialogs))
        {
            await session.OpenAsync(path, heading);
            await session.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
            await Assertions.Expect(session.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            await Assertions.Expect(session.Page.GetByText("Loading…")).ToHaveCountAsync(0);
            problems.AddRange(await AxeFindsAsync(session, $"{path}: {button}"));
        }
        Assert.Empty(problems);
    }

    private static async Task<IEnumerable<string>> AxeFindsAsync(Session session, string where)
    {
        // Half faded in, nothing has the contrast that it has in the end.
        await session.Page.EvaluateAsync(
            """
            () => Promise.allSettled(document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity).map(a => a.finished)).then(() => null)
            """);
        var found = await session.Page.RunAxe(new AxeRunOptions { ResultTypes = [ResultType.Violations] });
        return found.Violations.SelectMany(
            rule => rule.Nodes.Select(node => $"{where}: {rule.Id} ({rule.Help}) at {string.Join(' ', node.Target)}: {node.Html}"));
    }
}
