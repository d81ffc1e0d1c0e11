using System.Text.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Microsoft.Playwright;

namespace LabsToGo.BrowserTests.Stories;

public sealed class ErasingAPatient(BrowserFixture fixture)
{
    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public async Task A_patient_gets_a_copy_of_all_data_and_is_erased_by_name(int width)
    {
        using var api = await fixture.Stack.SignInAsync();
        var patient = await api.PostAsync<PatientResponse>(
            "/api/patients", new PatientRequest(null, "Erna", $"Goodbye{width}", NewPhones.In("307"), null, null, null, null, null, ConsentGiven: true));
        await using var session = await Session.OpenAsync(fixture, width, 844);
        await session.SignInAsync();
        await session.Page.WaitForURLAsync("**/dashboard");
        await session.OpenAsync($"/patients/{patient.Id}", $"Erna Goodbye{width}");

        var download = await session.Page.RunAndWaitForDownloadAsync(
            () => session.Page.GetByRole(AriaRole.Link, new() { Name = "Download all data" }).ClickAsync());
        var export = JsonSerializer.Deserialize<PatientExport>(
            await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken), ContractJson.Options)!;
        Assert.Equal((patient.Id, "Erna"), (export.Patient.Id, export.Patient.FirstName));

        await session.Page.GetByRole(AriaRole.Button, new() { Name = "Erase", Exact = true }).ClickAsync();
        var dialog = session.Page.GetByRole(AriaRole.Dialog);
        var yes = dialog.GetByRole(AriaRole.Button, new() { Name = "Erase this patient for good" });
        await Assertions.Expect(dialog).ToContainTextAsync("47 CFR 64.1200(d)(6)");
        await Assertions.Expect(yes).ToBeDisabledAsync();
        await dialog.GetByLabel("Type the patient's name").FillAsync("Somebody Else");
        await Assertions.Expect(yes).ToBeDisabledAsync();
        await dialog.GetByLabel("Type the patient's name").FillAsync($"erna goodbye{width}");
        await yes.ClickAsync();

        await Assertions.Expect(session.Page.GetByRole(AriaRole.Heading, new() { Name = "Erased patient", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(session.Page.GetByText("This patient was erased")).ToBeVisibleAsync();
        Assert.Equal(width, await session.Page.EvaluateAsync<int>("() => Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)"));
    }
}
