using System.Net;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Consent;

/// <summary>An opt-out ends only by the patient's own START or by a staff act of its own, never by a form or an import (G3).</summary>
public sealed class RevocationTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Neither_a_form_nor_an_import_ends_an_opt_out()
    {
        using var api = await Stack.SignInAsync();
        var patient = await StoppedAsync(api);
        var form = new PatientRequest(null, "Second", "Holder", patient.Phone, null, null, null, null, null, ConsentGiven: true);

        var second = await api.PostAsync<PatientResponse>("/api/patients", form);
        Assert.Equal(ConsentState.Revoked, second.Consent);
        var edited = await api.PutAsync<PatientResponse>($"/api/patients/{second.Id}", form with { FirstName = "Edited" });
        Assert.Equal(ConsentState.Revoked, edited.Consent);
        var file = $"First name,Last name,Phone,Consent\nThird,Holder,{patient.Phone},yes\n";
        var import = await api.ImportAsync(Encoding.UTF8.GetBytes(file));
        Assert.Equal((1, 0), (import.Added + import.Updated, import.Rejected));

        Assert.Equal(ConsentState.Revoked, await ConsentAsync(api, patient));
    }

    [Fact]
    public async Task Staff_end_an_opt_out_with_a_reason_and_the_history_says_who()
    {
        using var api = await Stack.SignInAsync("staff@demo.example");
        var patient = await StoppedAsync(api);

        foreach (var nothing in (string?[])[null, "", " \0 "])
        {
            using var refused = await api.SendAsync(HttpMethod.Post, $"/api/patients/{patient.Id}/consent", new ConsentRequest(true, nothing));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Contains("\"note\"", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        Assert.Equal(ConsentState.Revoked, await ConsentAsync(api, patient));

        await api.PostAsync<PatientResponse>($"/api/patients/{patient.Id}/consent", new ConsentRequest(true, "Called and asked us to text again"));
        Assert.Equal(ConsentState.Granted, await ConsentAsync(api, patient));
        var newest = (await api.GetAsync<List<ConsentEventResponse>>($"/api/patients/{patient.Id}/consent"))[0];
        Assert.Equal((ConsentState.Granted, "Called and asked us to text again", "Sara Staff"), (newest.Consent, newest.Note, newest.RecordedBy));
    }

    private async Task<PatientResponse> StoppedAsync(ApiClient api)
    {
        var patient = await api.NewPatientAsync();
        Assert.True(await Stack.Phone.ReplyAsync(patient.Phone, "+18005550100", "STOP", TestContext.Current.CancellationToken));
        Assert.Equal(ConsentState.Revoked, await ConsentAsync(api, patient));
        return patient;
    }

    private static async Task<ConsentState> ConsentAsync(ApiClient api, PatientResponse patient) =>
        (await api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}")).Consent;
}
