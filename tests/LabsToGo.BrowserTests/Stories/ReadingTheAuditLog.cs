using LabsToGo.Contracts.Http;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class ReadingTheAuditLog(BrowserFixture fixture)
{
    [Fact]
    public async Task An_admin_finds_who_looked_at_a_patient_and_checks_the_log()
    {
        using var nurse = await fixture.Stack.SignInAsync("staff@demo.example");
        var patient = (await nurse.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(null))).Items[0];
        await nurse.GetAsync<PatientResponse>($"/api/patients/{patient.Id}");
        var name = patient.FullName;

        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync("admin@demo.example");
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync($"/patients/{patient.Id}", name);
        await session.Page.GetByRole(AriaRole.Link, new() { Name = "Who looked at this?" }).ClickAsync();
        await Assertions.Expect(session.Page.GetByText($"About {name}")).ToBeVisibleAsync();
        var rows = session.Page.GetByRole(AriaRole.Row).Filter(new() { Has = session.Page.GetByRole(AriaRole.Cell) });
        // An empty list has no other row either: first the ones that are wanted must be there.
        await Assertions.Expect(rows.Filter(new() { HasText = name }).First).ToBeVisibleAsync();
        await Assertions.Expect(rows.Filter(new() { HasNotText = name })).ToHaveCountAsync(0);
        await rows.Filter(new() { HasText = "Patient: read" }).Filter(new() { HasText = "Sara Staff" }).First.GetByText("Sara Staff").ClickAsync();
        await Assertions.Expect(session.Page.GetByText("By Sara Staff")).ToBeVisibleAsync();
        await Assertions.Expect(rows.Filter(new() { HasText = "Ada Admin" })).ToHaveCountAsync(0);

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Check the log" }).ClickAsync();
        await Assertions.Expect(session.Page.GetByText("entries are as they were written, and none is missing.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Staff_see_no_audit_log()
    {
        await using var session = await Session.OpenAsync(fixture);
        await session.SignInAsync("staff@demo.example");
        await session.Page.WaitForURLAsync("**/dashboard");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Link, new() { Name = "Audit log" })).ToHaveCountAsync(0);
        await session.Page.GotoAsync("/audit");
        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "Audit log" })).ToHaveCountAsync(0);
    }
}
