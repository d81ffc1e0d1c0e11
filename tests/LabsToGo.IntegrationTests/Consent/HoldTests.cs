using System.Net;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Consent;

/// <summary>What may be an opt-out holds the number: nothing is sent but answers until a person decides, or the patient says it clearly (G3).</summary>
public sealed class HoldTests(StackFixture fixture)
{
    private const string Doubt = "Wrong number";

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Nothing_leaves_but_answers_until_somebody_decides_that_it_was_no_opt_out()
    {
        using var api = await Stack.SignInAsync();
        var (audience, patient) = await OnHoldAsync(api);

        Assert.Contains("may be an opt-out", Assert.Single(await CampaignAsync(api, audience)).Reason, StringComparison.Ordinal);
        Assert.Empty(audience.Received);

        var conversation = await api.ConversationAsync(patient);
        Assert.Equal((Obstacle.OnHold, "hold"), (conversation.Reachability.Obstacle, conversation.Texts[^1].Intent));
        await api.TextAsync(patient, "Do you want no more texts?");
        await api.WaitForTextAsync(patient, text => text.Ours?.Status == "delivered");

        var decided = await DecideAsync(api, patient, optedOut: false);
        Assert.Equal(ConsentState.Granted, decided.Consent);
        Assert.Equal("delivered", Assert.Single(await CampaignAsync(api, audience)).Status);
        var history = await HistoryAsync(api, patient);
        Assert.Equal([ConsentState.Granted, ConsentState.Held, ConsentState.Granted], history.ConvertAll(line => line.Consent));
        Assert.Equal(("Their reply was not an opt-out.", "Olivia Owner"), (history[0].Note, history[0].RecordedBy));
    }

    [Fact]
    public async Task No_text_leaves_whether_the_reply_came_before_the_plan_or_after_it()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 2);
        await ReplyAsync(audience.Phones.First(), Doubt);
        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        CampaignResponse campaign;
        try
        {
            campaign = await api.StartCampaignAsync(audience.Filter);
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress is { Skipped: 1, Pending: 1 });
            await ReplyAsync(audience.Phones.Last(), Doubt);
        }
        finally
        {
            await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }
        Assert.Equal(2, (await api.WaitForEndAsync(campaign.Id)).Progress.Skipped);
        Assert.All(await MessagesAsync(api, campaign), message => Assert.Contains("may be an opt-out", message.Reason, StringComparison.Ordinal));
        Assert.Empty(audience.Received);
    }

    [Fact]
    public async Task A_draft_is_not_tried_on_who_is_on_hold()
    {
        using var api = await Stack.SignInAsync();
        var (audience, patient) = await OnHoldAsync(api);
        var draft = await api.PostAsync<CampaignResponse>("/api/campaigns", new CampaignRequest("Draft", "Hi {{ first_name }}", audience.Filter));

        using var refused = await api.SendAsync(HttpMethod.Post, $"/api/campaigns/{draft.Id}/test", new TestRequest(patient.Id));

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("may be an opt-out", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_decides_that_it_was_an_opt_out_decides_once()
    {
        using var api = await Stack.SignInAsync();
        var (_, patient) = await OnHoldAsync(api);

        Assert.Equal(ConsentState.Revoked, (await DecideAsync(api, patient, optedOut: true)).Consent);

        using var again = await api.SendAsync(HttpMethod.Post, $"/api/patients/{patient.Id}/hold", new HoldDecisionRequest(OptedOut: false));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal(ConsentState.Revoked, await ConsentAsync(api, patient));
    }

    [Fact]
    public async Task Neither_a_form_nor_an_import_nor_a_recorded_consent_ends_a_hold()
    {
        using var api = await Stack.SignInAsync();
        var (_, patient) = await OnHoldAsync(api);

        var form = new PatientRequest(null, "Second", "Holder", patient.Phone, null, null, null, null, null, ConsentGiven: true);
        Assert.Equal(ConsentState.Held, (await api.PostAsync<PatientResponse>("/api/patients", form)).Consent);
        await api.ImportAsync(Encoding.UTF8.GetBytes($"First name,Last name,Phone,Consent\nThird,Holder,{patient.Phone},yes\n"));
        using var recorded = await api.SendAsync(HttpMethod.Post, $"/api/patients/{patient.Id}/consent", new ConsentRequest(true, "They called"));
        Assert.Equal(HttpStatusCode.Conflict, recorded.StatusCode);

        Assert.Equal(ConsentState.Held, await ConsentAsync(api, patient));
    }

    [Theory]
    [InlineData("STOP", ConsentState.Revoked)]
    [InlineData("START", ConsentState.Granted)]
    [InlineData("Who is this?", ConsentState.Held)]
    public async Task The_patient_s_own_clear_word_ends_it_and_another_doubt_does_not(string reply, ConsentState left)
    {
        using var api = await Stack.SignInAsync();
        var (_, patient) = await OnHoldAsync(api);

        await ReplyAsync(patient.Phone, reply);

        Assert.Equal(left, await ConsentAsync(api, patient));
        Assert.Equal(left is ConsentState.Held, (await api.GetAsync<DashboardResponse>("/api/dashboard")).OnHold.Any(held => held.PatientId == patient.Id));
    }

    [Theory]
    [InlineData("STOP", ConsentState.Revoked)]
    [InlineData("Hello", ConsentState.Granted)]
    public async Task A_doubt_takes_nothing_back_from_an_opt_out_and_other_words_hold_nothing(string reply, ConsentState left)
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();
        await ReplyAsync(patient.Phone, reply);
        if (left is ConsentState.Revoked)
            await ReplyAsync(patient.Phone, Doubt);

        Assert.Equal(left, await ConsentAsync(api, patient));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_never_agreed_has_no_consent_after_it_either(bool start)
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync(consent: false);
        await ReplyAsync(patient.Phone, Doubt);
        Assert.Equal(ConsentState.Held, await ConsentAsync(api, patient));

        if (start)
            await ReplyAsync(patient.Phone, "START");
        else
            await DecideAsync(api, patient, optedOut: false);

        Assert.Equal(ConsentState.None, await ConsentAsync(api, patient));
    }

    [Fact]
    public async Task The_dashboard_shows_what_they_wrote_until_it_is_decided()
    {
        using var api = await Stack.SignInAsync();
        var (_, patient) = await OnHoldAsync(api);

        var shown = Assert.Single(await OnDashboardAsync(api, patient));
        Assert.Equal((patient.FullName, Doubt), (shown.PatientName, shown.Text));

        await DecideAsync(api, patient, optedOut: true);
        Assert.Empty(await OnDashboardAsync(api, patient));
    }

    private async Task<(OwnAudience Audience, PatientResponse Patient)> OnHoldAsync(ApiClient api)
    {
        var audience = await OwnAudience.ImportAsync(Stack, 1);
        var phone = audience.Phones.Single();
        await ReplyAsync(phone, Doubt);
        var patient = Assert.Single((await api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(phone))).Items);
        Assert.Equal(ConsentState.Held, patient.Consent);
        return (audience, patient);
    }

    private async Task ReplyAsync(string phone, string text) =>
        Assert.True(await Stack.Phone.ReplyAsync(phone, "+18005550100", text, TestContext.Current.CancellationToken));

    private static Task<PatientResponse> DecideAsync(ApiClient api, PatientResponse patient, bool optedOut) =>
        api.PostAsync<PatientResponse>($"/api/patients/{patient.Id}/hold", new HoldDecisionRequest(optedOut));

    private static async Task<IReadOnlyList<MessageResponse>> CampaignAsync(ApiClient api, OwnAudience audience)
    {
        var campaign = await api.StartCampaignAsync(audience.Filter);
        await api.WaitForEndAsync(campaign.Id);
        return await MessagesAsync(api, campaign);
    }

    private static async Task<IReadOnlyList<MessageResponse>> MessagesAsync(ApiClient api, CampaignResponse campaign) =>
        (await api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{campaign.Id}/messages/search", new MessageSearchRequest())).Items;

    private static async Task<IEnumerable<HeldReply>> OnDashboardAsync(ApiClient api, PatientResponse patient) =>
        (await api.GetAsync<DashboardResponse>("/api/dashboard")).OnHold.Where(held => held.PatientId == patient.Id);

    private static Task<List<ConsentEventResponse>> HistoryAsync(ApiClient api, PatientResponse patient) =>
        api.GetAsync<List<ConsentEventResponse>>($"/api/patients/{patient.Id}/consent");

    private static async Task<ConsentState> ConsentAsync(ApiClient api, PatientResponse patient) =>
        (await api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}")).Consent;
}
