using System.Net;
using System.Net.Http.Json;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Retention;

public sealed class ErasureTests(StackFixture fixture) : ErasureTest(fixture)
{
    [Fact]
    public async Task Nothing_of_an_erased_patient_is_left_but_the_ledger_here_and_at_Twilio()
    {
        var phone = NewPhone();
        var patient = await Api.PostAsync<PatientResponse>(
            "/api/patients",
            new PatientRequest(
                "MRN-Vanish-1", "Vanessa", "Vanishing", phone, new DateOnly(1931, 5, 7), "Goneville", "WY", "82099-7731", null, ConsentGiven: true));
        var campaign = await DeliveredToAsync(new AudienceFilter(PostalCodePrefix: "82099"));
        var sender = TextsTo(phone)[0].From;
        Assert.True(await Stack.Phone.ReplyAsync(phone, sender, "I am Vanessa in room 12", TestContext.Current.CancellationToken));
        Assert.NotEqual("", await PlacesAsync("Vanessa"));
        await Stack.SqlAsync($"insert into unreachable_numbers select organization_id, phone, 30003, now() from patients where phone = '{phone}'");

        Stack.Faults.Settings = new() { RefusedRedactions = 0.5 };
        var erased = await EraseAsync(patient);

        Assert.NotNull(erased.ErasedAt);
        Assert.Equal("consent_events", await PlacesAsync(phone));
        foreach (var mark in (string[])["Vanessa", "vanessa", "Vanishing", "MRN-Vanish-1", "1931-05-07", "Goneville", "82099-7731", "room 12"])
            Assert.Equal((mark, ""), (mark, await PlacesAsync(mark)));
        await Eventually.IsAsync(
            () => Task.FromResult(Stack.SandboxMessages.Conversation(phone).All(message => message.Body == "")), () => "Texts still stand at Twilio.",
            seconds: 60);
        await Api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}");
        Assert.Empty((await Api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest("Vani"))).Items);
        Assert.Equal(0, (await Api.PostAsync<AudienceCountResponse>("/api/campaigns/audience", new AudienceFilter(PostalCodePrefix: "82099"))).Total);
        var message = Assert.Single(
            (await Api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{campaign}/messages/search", new MessageSearchRequest())).Items);
        Assert.Equal(("Erased patient", "", "", "delivered"), (message.PatientName, message.Phone, message.Text, message.Status));
        Assert.Contains(
            await Api.GetAsync<List<ConsentEventResponse>>($"/api/patients/{patient.Id}/consent"),
            line => line is { Consent: ConsentState.Revoked, Note: "Erased on request. The number is not to be texted." });
        await IsCompleteAsync(patient.Id);
    }

    [Fact]
    public async Task Answers_that_are_kept_for_repeated_requests_tell_nothing_of_an_erased_patient_and_still_nothing_is_done_twice()
    {
        var request = new PatientRequest(null, "Era", "Erased", NewPhone(), null, null, null, null, null, ConsentGiven: true);
        var key = Guid.NewGuid().ToString();
        using var first = await AddAsync(key, request);
        var patient = (await first.Content.ReadFromJsonAsync<PatientResponse>(ContractJson.Options, TestContext.Current.CancellationToken))!;
        Assert.Equal(true, await Stack.SqlAsync($"select body is not null from idempotent_requests where key = '{key}'"));

        await EraseAsync(patient);

        Assert.Equal(true, await Stack.SqlAsync($"select body is null from idempotent_requests where key = '{key}'"));
        using var again = await AddAsync(key, request);
        Assert.Equal("", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0L, await Stack.SqlAsync($"select count(*) from patients where phone = '{request.Phone}'"));
    }

    [Fact]
    public async Task A_number_that_was_erased_is_never_texted_however_often_it_is_imported_again()
    {
        var phone = NewPhone();
        var (import, patients) = await ImportAsync(phone);
        await EraseAsync(patients[0]);

        var (again, added) = await ImportAsync(phone);
        Assert.NotEqual(patients[0].Id, Assert.Single(added).Id);
        Assert.Equal(ConsentState.Revoked, added[0].Consent);
        Assert.Equal(0, (await Api.PostAsync<AudienceCountResponse>("/api/campaigns/audience", new AudienceFilter(ImportId: import))).Total);
        var campaign = await Api.StartCampaignAsync(new AudienceFilter(ImportId: again));
        Assert.Equal(1, (await Api.WaitForEndAsync(campaign.Id)).Progress.Skipped);
        Assert.Empty(ReceiptsOf(phone));
    }

    [Fact]
    public async Task Only_who_is_named_is_erased_and_only_once()
    {
        var (_, patients) = await ImportAsync(NewPhone());
        var path = $"/api/patients/{patients[0].Id}";

        foreach (var name in (string?[])["", null, "Eva", "Eva Erasing", "Somebody Else"])
        {
            using var refused = await Api.SendAsync(HttpMethod.Post, $"{path}/erase", new ErasePatientRequest(name!));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
        Assert.Null((await Api.GetAsync<PatientResponse>(path)).ErasedAt);

        await Api.PostAsync<PatientResponse>($"{path}/erase", new ErasePatientRequest(" ERA erased "));
        foreach (var (method, at, body) in new (HttpMethod, string, object)[]
        {
            (HttpMethod.Post, "/erase", new ErasePatientRequest("Era Erased")),
            (HttpMethod.Post, "/consent", new ConsentRequest(true, null)),
            (HttpMethod.Put, "", new PatientRequest(null, "Back", "Again", NewPhone(), null, null, null, null, null, ConsentGiven: true)),
        })
        {
            using var answer = await Api.SendAsync(method, path + at, body);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> AddAsync(string key, PatientRequest patient)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/patients") { Content = JsonContent.Create(patient, options: ContractJson.Options) };
        request.Headers.Add("Idempotency-Key", key);
        return await Api.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private async Task<Guid> DeliveredToAsync(AudienceFilter audience)
    {
        var campaign = await Api.StartCampaignAsync(audience, "Hi {{ first_name }} of {{ city }}, {{ lab_name }} here. Reply STOP to opt out.");
        return (await Api.WaitForEndAsync(campaign.Id)).Id;
    }
}
