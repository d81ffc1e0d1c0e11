using LabsToGo.Contracts.Http;
using LabsToGo.IntegrationTests.Patients;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Campaigns;

/// <summary>A preview is of somebody who gets the text, and goes on to others.</summary>
public sealed class PreviewTests(StackFixture fixture) : IAsyncLifetime
{
    private const string Template = "Hi {{ first_name }}, Labs To Go Demo here. Reply STOP to opt out.";

    private ApiClient _api = null!;

    private AudienceFilter _audience = null!;

    private Stack Stack => fixture.Stack;

    public async ValueTask InitializeAsync()
    {
        _api = await Stack.SignInAsync();
        string[] phones = [.. Enumerable.Range(0, 5).Select(_ => NewPhones.In("802"))];
        var import = await _api.ImportRowsAsync(
            "First name,Last name,Phone,SMS",
            $"Ann,Alpha,{phones[0]},no", $"Bartholomew,Beta,{phones[1]},yes", $",Gamma,{phones[2]},yes", $"Zoë,Delta,{phones[3]},yes",
            $"Maximiliane-Alexandra,Epsilon,{phones[4]},no");
        Assert.Equal((5, 0), (import.Added, import.Rejected));
        _audience = new AudienceFilter(ImportId: import.Id);
    }

    public ValueTask DisposeAsync()
    {
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_steps_through_those_who_get_the_text_and_begins_again()
    {
        var seen = new List<string?>();
        PreviewResponse? shown = null;
        for (var step = 0; step < 5; step++)
        {
            shown = await PreviewAsync(after: shown?.PatientId);
            Assert.StartsWith($"Hi {shown.PatientName!.Split(' ')[0]}, Labs To Go Demo", shown.Text, StringComparison.Ordinal);
            Assert.Empty(shown.Warnings);
            seen.Add(shown.PatientName);
        }
        Assert.Equal(["Bartholomew Beta", "Zoë Delta"], seen.Distinct().Order());
        Assert.Equal(seen[0], seen[2]);
    }

    [Fact]
    public async Task It_shows_the_longest_text_and_what_becomes_of_who_has_no_first_name()
    {
        Assert.Equal("Bartholomew Beta", (await PreviewAsync(PreviewOf.Longest)).PatientName);

        var nameless = await PreviewAsync(PreviewOf.WithoutFirstName);
        Assert.Equal(("Gamma", ""), (nameless.PatientName, nameless.Text));
        Assert.Contains("would be skipped", Assert.Single(nameless.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_may_be_texted_a_made_up_patient_is_shown()
    {
        var nobody = await _api.PostAsync<PreviewResponse>(
            "/api/campaigns/preview", new PreviewRequest(Template, new AudienceFilter(ImportId: Guid.NewGuid())));

        Assert.Equal((null, null), (nobody.PatientName, nobody.PatientId));
        Assert.StartsWith("Hi Maria", nobody.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_of_the_patient_s_own_name_is_told_from_one_of_the_text()
    {
        var patient = await _api.NewPatientAsync(firstName: "Đorđe");

        Assert.Equal(("UCS-2", true), await EncodingAsync(Template));
        Assert.Equal(("UCS-2", false), await EncodingAsync($"{Template} “Bye”"));
        Assert.Equal(("GSM-7", false), await EncodingAsync("Labs To Go Demo: {{ last_name }}. Reply STOP to opt out."));

        async Task<(string, bool)> EncodingAsync(string template)
        {
            var shown = await _api.PostAsync<PreviewResponse>("/api/campaigns/preview", new PreviewRequest(template, PatientId: patient.Id));
            return (shown.Encoding, shown.SpecialByPatient);
        }
    }

    private Task<PreviewResponse> PreviewAsync(PreviewOf of = PreviewOf.Next, Guid? after = null) =>
        _api.PostAsync<PreviewResponse>("/api/campaigns/preview", new PreviewRequest(Template, _audience, Of: of, After: after));
}
