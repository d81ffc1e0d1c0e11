using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>What a file says of consent counts for more than what the upload states of all of it.</summary>
public sealed class ImportedConsentTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Theory]
    [InlineData("Phone,Do Not Contact", "{0},Y", ConsentState.Revoked)]
    [InlineData("Phone,Do Not Contact", "{0},N", ConsentState.Granted)]
    [InlineData("Phone,SMS", "{0},N", ConsentState.Revoked)]
    [InlineData("Phone,SMS", "{0},Y", ConsentState.Granted)]
    [InlineData("SMS", "{0}", ConsentState.Granted)]
    [InlineData("Phone,SMS consent,DNC", "{0},Yes,1", ConsentState.Revoked)]
    [InlineData("Phone,SMS consent", "{0},Pending", ConsentState.None)]
    [InlineData("Telephone,Cell No.", "(907) 555-0177,{0}", ConsentState.Granted)]
    public async Task A_no_in_any_column_is_heard(string header, string row, ConsentState expected)
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");

        var import = await ImportAsync(api, header, string.Format(System.Globalization.CultureInfo.InvariantCulture, row, phone));

        Assert.True(import is { Status: ImportStatus.Completed, Added: 1 }, $"{import}");
        Assert.Equal(expected, (await FindAsync(api, phone)).Consent);
    }

    [Theory]
    [InlineData("Contact preference", "Email")]
    [InlineData("OK to contact", "N")]
    [InlineData("Consent date", "3/4/2024")]
    public async Task A_column_that_may_forbid_texts_and_is_not_understood_stops_the_import(string header, string value)
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");

        var import = await ImportAsync(api, $"Phone,{header}", $"{phone},{value}");

        Assert.Equal((ImportStatus.Failed, 0), (import.Status, import.Added));
        Assert.Contains($"\"{header}\"", import.Error, StringComparison.Ordinal);
        Assert.Empty((await SearchAsync(api, phone)).Items);
    }

    [Theory]
    [InlineData("Deceased", "Y")]
    [InlineData("Date of death", "3/4/2021")]
    [InlineData("Patient status", "Deceased")]
    public async Task Who_has_died_is_never_texted_and_whoever_shares_the_number_is(string header, string value)
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");
        var import = await ImportAsync(api, $"First name,Patient ID,Phone,{header}", $"Dora,D-{phone},{phone},{value}\nHugo,H-{phone},{phone},");
        Assert.True(import is { Status: ImportStatus.Completed, Added: 2 }, $"{import}");

        var campaign = await api.StartCampaignAsync(new AudienceFilter(ImportId: import.Id));

        var ended = (await api.WaitForEndAsync(campaign.Id)).Progress;
        Assert.Equal((1, 1), (ended.Delivered, ended.Skipped));
        var skipped = await api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{campaign.Id}/messages/search", new MessageSearchRequest("skipped"));
        Assert.Equal("The patient has died.", Assert.Single(skipped.Items).Reason);
    }

    [Fact]
    public async Task Who_is_marked_as_dead_by_staff_is_not_texted_until_the_mark_goes()
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();

        await api.PutAsync<PatientResponse>($"/api/patients/{patient.Id}", Request(patient, deceased: true));
        using var refused = await api.SendAsync(HttpMethod.Post, $"/api/patients/{patient.Id}/messages", new TextRequest("See you tomorrow"));

        Assert.Contains("has died", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True((await api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}")).Deceased);
        await api.PutAsync<PatientResponse>($"/api/patients/{patient.Id}", Request(patient, deceased: false));
        await api.TextAsync(patient, "See you tomorrow");
    }

    private static PatientRequest Request(PatientResponse patient, bool deceased) =>
        new(patient.ExternalId, patient.FirstName, patient.LastName, patient.Phone, null, null, null, null, null, false, deceased);

    private static Task<ImportResponse> ImportAsync(ApiClient api, string header, string rows) =>
        api.ImportAsync(Encoding.UTF8.GetBytes($"{header}\n{rows}\n"));

    private static async Task<PatientResponse> FindAsync(ApiClient api, string phone) => Assert.Single((await SearchAsync(api, phone)).Items);

    private static Task<Page<PatientResponse>> SearchAsync(ApiClient api, string phone) =>
        api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone));
}
