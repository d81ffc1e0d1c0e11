using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>Undoing an import leaves those alone with whom something has happened since, and lists them.</summary>
public sealed class KeptPatientTests(StackFixture fixture)
{
    private const string Header = "First name,Last name,Phone,City,SMS";

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Who_was_texted_edited_erased_imported_again_or_asked_since_stays_and_is_listed()
    {
        using var api = await Stack.SignInAsync();
        string[] names = ["Texted", "Campaign", "Replied", "Edited", "Erased", "Later", "Asked", "Alone"];
        var phones = names.ToDictionary(name => name, _ => NewPhones.In("802"));
        var import = await api.ImportRowsAsync(Header, phones.Select(pair => Row(pair.Key, pair.Value)));
        Assert.Equal(names.Length, import.Added);
        var patients = new Dictionary<string, PatientResponse>();
        foreach (var name in names)
            patients[name] = Assert.Single(await api.WithPhoneAsync(phones[name]));

        await HappenAsync(api, patients);

        AssertKept(await api.UndoPreviewAsync(import));
        AssertKept(await api.UndoAsync(import));
        AssertKept(await api.UndoPreviewAsync(import));
        Assert.Empty(await api.WithPhoneAsync(phones["Alone"]));
        Assert.All(
            await Task.WhenAll(phones.Where(pair => pair.Key is not ("Alone" or "Erased")).Select(pair => api.WithPhoneAsync(pair.Value))), Assert.NotEmpty);
        Assert.Equal(ConsentState.Granted, (await api.GetAsync<PatientResponse>($"/api/patients/{patients["Texted"].Id}")).Consent);

        void AssertKept(ImportUndoResponse undo)
        {
            Assert.Equal(names.Length - 1, undo.Kept);
            Assert.Equal(
                new Dictionary<string, ImportKeptReason>
                {
                    ["Texted Kept"] = ImportKeptReason.Texted,
                    ["Campaign Kept"] = ImportKeptReason.Texted,
                    ["Replied Kept"] = ImportKeptReason.Texted,
                    ["Edited Kept"] = ImportKeptReason.Edited,
                    ["Erased patient"] = ImportKeptReason.Edited,
                    ["Later Kept"] = ImportKeptReason.Edited,
                    ["Asked Kept"] = ImportKeptReason.Edited,
                },
                undo.FirstKept.ToDictionary(kept => kept.Name, kept => kept.Reason));
        }
    }

    [Fact]
    public async Task Whom_the_import_changed_stays_as_well_and_what_they_were_is_forgotten()
    {
        using var api = await Stack.SignInAsync();
        string[] names = ["Texted", "Campaign", "Replied", "Edited", "Erased", "Later", "Asked"];
        var phones = names.ToDictionary(name => name, _ => NewPhones.In("802"));
        await api.ImportRowsAsync("First name,Last name,Phone", phones.Select(pair => $"{pair.Key},Kept,{pair.Value}"));
        var import = await api.ImportRowsAsync(Header, phones.Select(pair => Row(pair.Key, pair.Value)));
        Assert.Equal(names.Length, import.Updated);
        var patients = new Dictionary<string, PatientResponse>();
        foreach (var name in names)
            patients[name] = Assert.Single(await api.WithPhoneAsync(phones[name]));

        await HappenAsync(api, patients);
        Assert.Equal(0L, await Stack.SqlAsync(
            $"select count(*) from patient_import_changes where patient_id = '{patients["Erased"].Id}' and before is not null"));

        Assert.Equal((0, names.Length), await CountsAsync(api, import));
        await api.UndoAsync(import);
        foreach (var name in names.Except(["Erased"]))
            Assert.Equal(name == "Later" ? "Reno" : "Barre", Assert.Single(await api.WithPhoneAsync(phones[name])).City);
        Assert.Equal(0L, await Stack.SqlAsync($"select count(*) from patient_import_changes where import_id = '{import.Id}' and before is not null"));
    }

    private static async Task<(long Changed, long Kept)> CountsAsync(ApiClient api, ImportResponse import)
    {
        var preview = await api.UndoPreviewAsync(import);
        return (preview.Added + preview.Changed + preview.Unchanged, preview.Kept);
    }

    private static string Row(string name, string phone) => $"{name},Kept,{phone},Barre,yes";

    private async Task HappenAsync(ApiClient api, Dictionary<string, PatientResponse> patients)
    {
        await api.TextAsync(patients["Texted"], "See you tomorrow");
        await CampaignAsync(api, patients["Campaign"]);
        Assert.True(await Stack.Phone.ReplyAsync(patients["Replied"].Phone, "+18005550100", "Who is this?", TestContext.Current.CancellationToken));
        await EditAsync(api, patients["Edited"]);
        await api.PostAsync<PatientResponse>($"/api/patients/{patients["Erased"].Id}/erase", new ErasePatientRequest("Erased Kept"));
        await api.ImportRowsAsync("First name,Last name,Phone,City", $"Later,Kept,{patients["Later"].Phone},Reno");
        await api.PostAsync<PatientResponse>($"/api/patients/{patients["Asked"].Id}/consent", new ConsentRequest(false, "Asked us to stop"));
    }

    /// <summary>To an audience in which, for the moment, nobody else is.</summary>
    private async Task CampaignAsync(ApiClient api, PatientResponse patient)
    {
        var (import, alone) = ((Guid?)await Stack.SqlAsync($"select import_id from patients where id = '{patient.Id}'"), Guid.NewGuid());
        await Stack.SqlAsync($"update patients set import_id = '{alone}' where id = '{patient.Id}'");
        var campaign = await api.StartCampaignAsync(new AudienceFilter(ImportId: alone));
        await api.WaitForEndAsync(campaign.Id);
        await Stack.SqlAsync($"update patients set import_id = '{import}' where id = '{patient.Id}'");
    }

    private static Task<PatientResponse> EditAsync(ApiClient api, PatientResponse patient) => api.PutAsync<PatientResponse>(
        $"/api/patients/{patient.Id}",
        new PatientRequest(null, patient.FirstName, patient.LastName, patient.Phone, null, "Barre", null, null, null, false));
}
