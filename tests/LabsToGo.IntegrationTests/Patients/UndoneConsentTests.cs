using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>What an import said of consent is taken back with it, and what anybody said since stands (G3).</summary>
public sealed class UndoneConsentTests(StackFixture fixture)
{
    private const string Header = "First name,Last name,Phone,SMS";

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task A_consent_by_the_file_is_none_any_more_and_the_history_says_why()
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync(consent: false);
        var import = await api.ImportRowsAsync(Header, $"{patient.FirstName},{patient.LastName},{patient.Phone},yes");
        Assert.Equal((1, 1), (import.Unchanged, import.Consented));
        Assert.Equal(ConsentState.Granted, await ConsentAsync(api, patient));

        Assert.Equal(1, (await api.UndoPreviewAsync(import)).Consents);
        await api.UndoAsync(import);

        Assert.Equal(ConsentState.None, await ConsentAsync(api, patient));
        var history = await api.GetAsync<List<ConsentEventResponse>>($"/api/patients/{patient.Id}/consent");
        Assert.Equal(["undo", "import"], history.ConvertAll(line => line.Source));
        Assert.Equal((ConsentState.None, ConsentState.Granted), (history[0].Consent, history[1].Consent));
        Assert.Equal(("The import was undone.", "Olivia Owner"), (history[0].Note, history[0].RecordedBy));
    }

    [Theory]
    [InlineData(true, ConsentState.Granted)]
    [InlineData(false, ConsentState.None)]
    public async Task An_opt_out_by_the_file_becomes_what_was_known_before(bool consent, ConsentState before)
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync(consent);
        var import = await api.ImportRowsAsync(Header, $"{patient.FirstName},{patient.LastName},{patient.Phone},no");
        Assert.Equal(1, import.OptedOut);
        Assert.Equal(ConsentState.Revoked, await ConsentAsync(api, patient));

        Assert.Equal(1, (await api.UndoPreviewAsync(import)).OptOuts);
        await api.UndoAsync(import);

        Assert.Equal(before, await ConsentAsync(api, patient));
    }

    [Theory]
    [InlineData("yes", "STOP", ConsentState.Revoked)]
    [InlineData("no", "START", ConsentState.Granted)]
    public async Task What_the_patient_said_since_stands(string file, string reply, ConsentState expected)
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");
        var import = await api.ImportRowsAsync(Header, $"Rosa,Garcia,{phone},{file}", $"Leo,Garcia,{phone},{file}");
        Assert.True(await Stack.Phone.ReplyAsync(phone, "+18005550100", reply, TestContext.Current.CancellationToken));

        var undone = await api.UndoAsync(import);

        Assert.Equal(2, undone.Kept);
        Assert.All(await api.WithPhoneAsync(phone), patient => Assert.Equal(expected, patient.Consent));
    }

    [Fact]
    public async Task An_opt_out_of_who_was_before_the_import_is_no_business_of_it()
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();
        Assert.True(await Stack.Phone.ReplyAsync(patient.Phone, "+18005550100", "STOP", TestContext.Current.CancellationToken));
        var import = await api.ImportRowsAsync(Header, $"{patient.FirstName},{patient.LastName},{patient.Phone},yes");
        Assert.Equal(0, import.Consented);

        await api.UndoAsync(import);

        Assert.Equal(ConsentState.Revoked, await ConsentAsync(api, patient));
    }

    [Theory]
    [InlineData(null, ConsentState.None)]
    [InlineData("START", ConsentState.Granted)]
    public async Task An_opt_out_of_a_row_that_led_to_nobody_is_taken_back_unless_it_was_answered_since(string? reply, ConsentState expected)
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");
        await api.ImportRowsAsync("First name,Last name,Born,Phone", $"Jose,Garcia,3/4/1950,{phone}", $"Jose,Garcia,5/6/1980,{phone}");
        var import = await api.ImportRowsAsync(Header, $"Jose,Garcia,{phone},no");
        Assert.Equal((0, 0, 1, 1), (import.Updated, import.Unchanged, import.Rejected, import.OptedOut));

        if (reply is not null)
            Assert.True(await Stack.Phone.ReplyAsync(phone, "+18005550100", reply, TestContext.Current.CancellationToken));

        await api.UndoAsync(import);

        Assert.All(await api.WithPhoneAsync(phone), patient => Assert.Equal(expected, patient.Consent));
    }

    [Fact]
    public async Task What_is_known_of_a_number_stays_as_long_as_one_of_the_family_does()
    {
        using var api = await Stack.SignInAsync();
        var phone = NewPhones.In("802");
        var import = await api.ImportRowsAsync(Header, $"Rosa,Garcia,{phone},yes", $"Leo,Garcia,{phone},yes");
        var rosa = (await api.WithPhoneAsync(phone)).Single(patient => patient.FirstName == "Rosa");
        await api.TextAsync(rosa, "See you tomorrow");

        Assert.Equal((1, 0, 1), await CountsAsync());
        await api.UndoAsync(import);

        var stays = Assert.Single(await api.WithPhoneAsync(phone));
        Assert.Equal(("Rosa", ConsentState.Granted), (stays.FirstName, stays.Consent));

        async Task<(long, long, long)> CountsAsync()
        {
            var preview = await api.UndoPreviewAsync(import);
            return (preview.Added, preview.Consents, preview.Kept);
        }
    }

    private static async Task<ConsentState> ConsentAsync(ApiClient api, PatientResponse patient) =>
        (await api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}")).Consent;
}
