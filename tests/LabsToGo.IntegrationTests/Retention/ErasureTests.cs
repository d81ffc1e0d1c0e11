using System.Net;
using System.Net.Http.Json;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Messages;
using LabsToGo.TwilioSandbox.Received;

namespace LabsToGo.IntegrationTests.Retention;

public sealed class ErasureTests(StackFixture fixture) : IAsyncLifetime
{
    private ApiClient _api = null!;

    private Stack Stack => fixture.Stack;

    public async ValueTask InitializeAsync() => _api = await Stack.SignInAsync("admin@demo.example");

    public async ValueTask DisposeAsync()
    {
        Stack.Faults.Settings = new();
        await _api.PostAsync<OrganizationResponse>("/api/organization/resume");
        _api.Dispose();
    }

    [Fact]
    public async Task Nothing_of_an_erased_patient_is_left_but_the_ledger_here_and_at_Twilio()
    {
        var phone = NewPhone();
        var patient = await _api.PostAsync<PatientResponse>(
            "/api/patients", new PatientRequest("MRN-Vanish-1", "Vanessa", "Vanishing", phone, new DateOnly(1931, 5, 7), "Goneville", "WY", "82099-7731", null, ConsentGiven: true));
        var campaign = await DeliveredToAsync(new AudienceFilter(PostalCodePrefix: "82099"));
        var sender = TextsTo(phone)[0].From;
        Assert.True(await Stack.Phone.ReplyAsync(phone, sender, "I am Vanessa in room 12", TestContext.Current.CancellationToken));
        Assert.NotEqual("", await PlacesAsync("Vanessa"));

        Stack.Faults.Settings = new() { RefusedRedactions = 0.5 };
        var erased = await EraseAsync(patient);

        Assert.NotNull(erased.ErasedAt);
        Assert.Equal("consent_events", await PlacesAsync(phone));
        foreach (var mark in (string[])["Vanessa", "vanessa", "Vanishing", "MRN-Vanish-1", "1931-05-07", "Goneville", "82099-7731", "room 12"])
            Assert.Equal((mark, ""), (mark, await PlacesAsync(mark)));
        await Eventually.IsAsync(() => Task.FromResult(Stack.SandboxMessages.Conversation(phone).All(message => message.Body == "")), () => "Texts still stand at Twilio.", seconds: 60);
        await _api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}");
        Assert.Empty((await _api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest("Vani"))).Items);
        Assert.Equal(0, (await _api.PostAsync<AudienceCountResponse>("/api/campaigns/audience", new AudienceFilter(PostalCodePrefix: "82099"))).Total);
        var message = Assert.Single((await _api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{campaign}/messages/search", new MessageSearchRequest())).Items);
        Assert.Equal(("Erased patient", "", "", "delivered"), (message.PatientName, message.Phone, message.Text, message.Status));
        Assert.Contains(await _api.GetAsync<List<ConsentEventResponse>>($"/api/patients/{patient.Id}/consent"), line => line is { Granted: false, Note: "Erased on request. The number is not to be texted." });
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
        Assert.Equal(0, (await _api.PostAsync<AudienceCountResponse>("/api/campaigns/audience", new AudienceFilter(ImportId: import))).Total);
        var campaign = await _api.StartCampaignAsync(new AudienceFilter(ImportId: again));
        Assert.Equal(1, (await _api.WaitForEndAsync(campaign.Id)).Progress.Skipped);
        Assert.Empty(ReceiptsOf(phone));
    }

    [Fact]
    public async Task What_waits_for_an_erased_patient_is_taken_out_and_the_others_get_theirs()
    {
        var phones = Enumerable.Range(0, 5).Select(_ => NewPhone()).ToArray();
        var (import, patients) = await ImportAsync(phones);
        await _api.PostAsync<OrganizationResponse>("/api/organization/stop");
        var campaign = await _api.StartCampaignAsync(new AudienceFilter(ImportId: import));
        await _api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress is { Planned: true, Pending: 5 });

        var gone = patients.Single(patient => patient.Phone == phones[2]);
        await EraseAsync(gone);

        Assert.Equal("skipped|erased||", await Stack.SqlAsync($"select format('%s|%s|%s|%s', status, reason, phone, body) from messages where campaign_id = '{campaign.Id}' and patient_id = '{gone.Id}'"));
        Assert.Equal("4|4", await Stack.SqlAsync($"select format('%s|%s', sum(cardinality(message_ids)), sum(segments)) from batches where campaign_id = '{campaign.Id}'"));
        Assert.Equal(0L, await Stack.SqlAsync($"select count(*) from batches where message_ids = '{{}}'"));
        await _api.PostAsync<OrganizationResponse>("/api/organization/resume");
        var ended = await _api.WaitForEndAsync(campaign.Id);
        Assert.Equal((4, 1), (ended.Progress.Delivered, ended.Progress.Skipped));
        Assert.Empty(ReceiptsOf(phones[2]));
    }

    [Fact]
    public async Task An_open_outcome_is_not_sent_again_and_goes_when_it_is_decided()
    {
        var phone = NewPhone();
        var (import, patients) = await ImportAsync(phone);
        Stack.Faults.Settings = new() { ServerError = 1 };
        var campaign = await _api.StartCampaignAsync(new AudienceFilter(ImportId: import));
        await _api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Unknown == 1);
        Stack.Faults.Settings = new();
        await EraseAsync(patients[0]);
        // The reconciler still looks for it.
        Assert.Equal(phone, await Stack.SqlAsync($"select phone from messages where campaign_id = '{campaign.Id}'"));

        await _api.PostAsync<DecisionResponse>($"/api/campaigns/{campaign.Id}/messages/decisions", new DecisionRequest(Arrived: false));
        await _api.WaitForEndAsync(campaign.Id);

        await Eventually.IsAsync(async () => Equals(await PlacesAsync(phone), "consent_events"), () => "The number is still there.", seconds: 40);
        Assert.Single(ReceiptsOf(phone));
        await IsCompleteAsync(patients[0].Id);
    }

    [Fact]
    public async Task In_the_middle_of_a_campaign_every_row_still_ends_and_nobody_is_texted_twice()
    {
        var phones = Enumerable.Range(0, 400).Select(_ => NewPhone()).ToArray();
        var (import, patients) = await ImportAsync(phones);
        var campaign = await _api.StartCampaignAsync(new AudienceFilter(ImportId: import));
        await _api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Handed > 20);

        var erased = patients.OrderBy(_ => Random.Shared.Next()).Take(40).ToList();
        await Parallel.ForEachAsync(erased, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (patient, _) => await EraseAsync(patient));

        var ended = await _api.WaitForEndAsync(campaign.Id);
        Assert.Equal((phones.Length, phones.Length), (ended.Progress.Total, ended.Progress.Delivered + ended.Progress.Skipped));
        var received = phones.SelectMany(ReceiptsOf).ToList();
        Assert.Equal(received.Count, received.DistinctBy(receipt => receipt.To).Count());
        Assert.Equal(ended.Progress.Delivered, received.Count);
        foreach (var patient in erased)
        {
            await Eventually.IsAsync(
                async () => Equals("|", await Stack.SqlAsync($"select body || '|' || phone from messages where campaign_id = '{campaign.Id}' and patient_id = '{patient.Id}'")), () => "A text is left.", seconds: 40);
        }
    }

    [Fact]
    public async Task Only_who_is_named_is_erased_and_only_once()
    {
        var (_, patients) = await ImportAsync(NewPhone());
        var path = $"/api/patients/{patients[0].Id}";

        foreach (var name in (string?[])["", null, "Eva", "Eva Erasing", "Somebody Else"])
        {
            using var refused = await _api.SendAsync(HttpMethod.Post, $"{path}/erase", new ErasePatientRequest(name!));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
        Assert.Null((await _api.GetAsync<PatientResponse>(path)).ErasedAt);

        await _api.PostAsync<PatientResponse>($"{path}/erase", new ErasePatientRequest(" ERA erased "));
        foreach (var (method, at, body) in new (HttpMethod, string, object)[]
        {
            (HttpMethod.Post, "/erase", new ErasePatientRequest("Era Erased")),
            (HttpMethod.Post, "/consent", new ConsentRequest(true, null)),
            (HttpMethod.Put, "", new PatientRequest(null, "Back", "Again", NewPhone(), null, null, null, null, null, ConsentGiven: true)),
        })
        {
            using var answer = await _api.SendAsync(method, path + at, body);
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        }
    }

    private async Task<HttpResponseMessage> AddAsync(string key, PatientRequest patient)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/patients") { Content = JsonContent.Create(patient, options: ContractJson.Options), Headers = { { "Idempotency-Key", key } } };
        return await _api.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string NewPhone() => NewPhones.In("307");

    private IReadOnlyList<Receipt> ReceiptsOf(string phone) => [.. Stack.Received.All().Where(receipt => receipt.To == phone)];

    private IReadOnlyList<SandboxMessage> TextsTo(string phone) => [.. Stack.SandboxMessages.Conversation(phone).Where(message => message.To == phone)];

    private Task<PatientResponse> EraseAsync(PatientResponse patient) =>
        _api.PostAsync<PatientResponse>($"/api/patients/{patient.Id}/erase", new ErasePatientRequest($"{patient.FirstName} {patient.LastName}"));

    /// <summary>The tables in which it stands, whoever's the rows are.</summary>
    private async Task<object?> PlacesAsync(string text) => await Stack.SqlAsync(
        $"""
        create function pg_temp.places(mark text) returns text language plpgsql as $$
        declare
            found text := '';
            name text;
            present boolean;
        begin
            for name in select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE' order by 1 loop
                execute format('select exists (select from %I t where t::text like %L)', name, '%' || mark || '%') into present;
                if present then
                    found := concat_ws(' ', nullif(found, ''), name);
                end if;
            end loop;
            return found;
        end
        $$;
        select pg_temp.places('{text}');
        """);

    /// <summary>As if its first minute were over, in which a planner may still write what it had read before.</summary>
    private async Task IsCompleteAsync(Guid patientId)
    {
        await Stack.SqlAsync($"update patients set erased_at = erased_at - interval '2 minutes', erasure_due_at = now() where id = '{patientId}'");
        await Eventually.IsAsync(
            async () =>
            {
                await Stack.SqlAsync($"update patients set erasure_due_at = now() where id = '{patientId}' and erasure_due_at is not null");
                return await Stack.SqlAsync($"select erasure_due_at from patients where id = '{patientId}'") is DBNull;
            },
            () => "The erasure is not complete.",
            seconds: 60);
    }

    private async Task<Guid> DeliveredToAsync(AudienceFilter audience)
    {
        var campaign = await _api.StartCampaignAsync(audience, "Hi {{ first_name }} of {{ city }}, {{ lab_name }} here. Reply STOP to opt out.");
        return (await _api.WaitForEndAsync(campaign.Id)).Id;
    }

    private async Task<(Guid Import, IReadOnlyList<PatientResponse> Patients)> ImportAsync(params string[] phones)
    {
        var file = "first name,last name,phone,state\n" + string.Concat(phones.Select(phone => $"Era,Erased,{phone},NY\n"));
        var import = await _api.ImportAsync(Encoding.UTF8.GetBytes(file));
        Assert.True(import.Added == phones.Length, $"{import}");
        var patients = new List<PatientResponse>();
        foreach (var phone in phones)
            patients.Add(Assert.Single((await _api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items, found => found.ErasedAt is null));
        return (import.Id, patients);
    }
}
