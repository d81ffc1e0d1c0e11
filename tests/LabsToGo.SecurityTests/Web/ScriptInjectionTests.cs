using LabsToGo.BrowserTests;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.SecurityTests.Web;

/// <summary>Markup in every text field, looked at in a real browser: it is text everywhere, and the policy would stop it if it were not.</summary>
public sealed class ScriptInjectionTests(StackFixture fixture)
{
    private static readonly string[] Lists =
        ["/dashboard", "/patients", "/patients/new", "/patients/import", "/campaigns", "/campaigns/new", "/settings", "/queue", "/audit", "/users", "/api-keys",
            "/account"];

    /// <summary>Counts what ran, and what the policy stopped: either means that a page took text for markup.</summary>
    private const string Watch =
        """
        window.ran = [];
        window.stopped = [];
        window.pwned = number => window.ran.push(number);
        window.alert = window.confirm = window.prompt = text => window.ran.push(text);
        document.addEventListener("securitypolicyviolation", event => window.stopped.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
        """;

    [Fact]
    public async Task Markup_in_every_text_field_stays_text_on_every_page()
    {
        using var owner = await fixture.Stack.SignInAsync();
        var before = await owner.GetAsync<OrganizationResponse>("/api/organization");
        var payloads = new Payloads();
        var planting = new Planting(fixture.Stack, owner, payloads);
        try
        {
            await planting.PlantAsync();
            Assert.Empty(TextFields.Of(fixture.Api).Except(planting.Fields));
            var unseen = await LookAsync([.. Lists, .. planting.Pages], planting.Email, payloads);
            TestContext.Current.SendDiagnosticMessage(
                $"planted {payloads.Planted.Count} texts in {planting.Fields.Count} fields, looked at {Lists.Length + planting.Pages.Count} pages, " +
                $"{payloads.Planted.Count - unseen.Count} texts were seen");
            // What was put in last stands on some page, or the look was in vain.
            string[] shown =
                ["PUT /api/patients/{id} firstName", "PUT /api/patients/{id} lastName", "PUT /api/campaigns/{id} name", "PUT /api/campaigns/{id} template",
                    "PUT /api/senders/{id} label", "PUT /api/users/{id} name", "POST /api/api-keys name", "a header of an imported file",
                    "POST /api/campaigns/{id}/approval/decline note"];
            Assert.Empty(unseen.Where(text => shown.Contains(payloads.Planted[text])).Select(text => $"{payloads.Planted[text]}: {text}"));
        }
        finally
        {
            await owner.PutAsync<OrganizationResponse>("/api/organization", new OrganizationRequest(before.Name, before.TimeZone, before.AllowedHours));
        }
    }

    [Fact]
    public async Task The_policy_stops_every_script_that_is_no_file_of_the_site()
    {
        await using var browser = await OpenAsync();
        await SignInAsync(browser.Page, "owner@demo.example", "LabsToGo-Demo-1");
        string[] attempts =
        [
            "const s = document.createElement('script'); s.textContent = 'pwned(1)'; document.body.append(s);",
            "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=pwned(2)>');",
            "document.body.insertAdjacentHTML('beforeend', '<svg onload=pwned(3)></svg>');",
            "const s = document.createElement('script'); s.src = 'http://127.0.0.1:1/x.js'; document.body.append(s);",
            "const s = document.createElement('script'); s.src = 'data:text/javascript,pwned(5)'; document.body.append(s);",
            "const s = document.createElement('script'); s.src = URL.createObjectURL(new Blob(['pwned(6)'])); document.body.append(s);",
            "const a = document.createElement('a'); a.href = 'javascript:pwned(7)'; document.body.append(a); a.click();",
            "const f = document.createElement('iframe'); f.src = 'data:text/html,<script>parent.pwned(8)<' + '/script>'; document.body.append(f);",
            "setTimeout('pwned(9)', 0);",
            "const o = document.createElement('object'); o.data = 'data:text/html,<script>parent.pwned(10)<' + '/script>'; document.body.append(o);",
            "const f = document.createElement('form'); f.action = 'http://127.0.0.1:1/'; document.body.append(f); f.submit();",
            "fetch('http://127.0.0.1:1/steal').catch(() => {});",
        ];
        foreach (var attempt in attempts)
        {
            await browser.Page.EvaluateAsync(
                $"() => {{ window.stopped = []; try {{ {attempt} }} catch (refused) {{ window.stopped.push(String(refused)); }} }}");
            await Eventually.IsAsync(() => browser.Page.EvaluateAsync<bool>("() => window.stopped.length > 0"), () => $"Nothing stopped {attempt}");
        }
        Assert.Empty(await browser.Page.EvaluateAsync<string[]>("() => window.ran.map(String)"));
        TestContext.Current.SendDiagnosticMessage($"tried {attempts.Length} ways past the policy");
    }

    /// <returns>The texts that stood on no page.</returns>
    private async Task<HashSet<string>> LookAsync(IReadOnlyList<string> pages, string email, Payloads payloads)
    {
        await using var browser = await OpenAsync();
        var page = browser.Page;
        await SignInAsync(page, email, NewUsers.Password);
        var unseen = payloads.Planted.Keys.ToHashSet();
        foreach (var path in pages)
        {
            await page.GotoAsync(path);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync(new() { Timeout = 20_000 });
            await Assertions.Expect(page.GetByText("Loading…")).ToHaveCountAsync(0, new() { Timeout = 20_000 });
            var text = await page.EvaluateAsync<string>(
                "() => document.title + document.body.innerText + [...document.querySelectorAll('input, textarea')].map(field => field.value).join('\\n')");
            unseen.RemoveWhere(planted => text.Contains(planted, StringComparison.Ordinal));
            Assert.Equal((path, 0), (path, await page.Locator("[data-pwned]").CountAsync()));
            Assert.Equal((path, ""), (path, string.Join(' ', await page.EvaluateAsync<string[]>("() => window.ran.concat(window.stopped).map(String)"))));
        }
        return unseen;
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("E-mail address").FillAsync(email);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.WaitForURLAsync("**/dashboard");
    }

    private async Task<OpenBrowser> OpenAsync()
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await Chromium.LaunchAsync(playwright);
        var page = await browser.NewPageAsync(new() { BaseURL = fixture.Stack.Web.Url.ToString() });
        page.SetDefaultTimeout(30_000);
        await page.AddInitScriptAsync(Watch);
        return new OpenBrowser(playwright, browser, page);
    }
}
