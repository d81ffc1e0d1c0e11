using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Messages;

namespace LabsToGo.IntegrationTests.Consent;

/// <summary>STOP, START and HELP are answered once, by Twilio or by us; the confirmation of an opt-out is the only text that leaves after one (G3).</summary>
public sealed class KeywordAnswerTests(StackFixture fixture) : IAsyncLifetime
{
    private const string MainLine = "+18005550100";

    private const string Stopped = "Labs To Go Demo: You have opted out and get no more texts from us. Reply START to get them again.";

    private const string Started = "Labs To Go Demo: You get texts from us again. Reply HELP for help, STOP to opt out.";

    private const string Help = "Labs To Go Demo: We text you about your visits. For help, call our office. Reply STOP to opt out.";

    private ApiClient _api = null!;

    private SenderResponse? _own;

    private Stack Stack => fixture.Stack;

    public async ValueTask InitializeAsync() => _api = await Stack.SignInAsync();

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
            await _api.PostAsync<SenderResponse>($"/api/senders/{_own.Id}/retire");
        _api.Dispose();
    }

    [Fact]
    public async Task Where_Twilio_answers_we_answer_what_it_does_not_match()
    {
        var (keyword, sentence) = (await _api.NewPatientAsync(), await _api.NewPatientAsync());

        await ReplyAsync(keyword, "STOP", MainLine);
        await ReplyAsync(keyword, "HELP", MainLine);
        await ReplyAsync(sentence, "Please stop texting me", MainLine);
        await OursArriveAsync(sentence, Stopped);
        await ReplyAsync(sentence, "Please start texting me again", MainLine);
        await OursArriveAsync(sentence, Stopped, Started);
        await ReplyAsync(sentence, "I need help please", MainLine);
        await OursArriveAsync(sentence, Stopped, Started, Help);

        // Not even tried: Twilio would refuse what it blocks.
        Assert.Empty(await TextsOfOursAsync(keyword));
        Assert.Equal(2, Of(keyword, Directions.AutomaticReply).Count);
        Assert.Empty(Of(sentence, Directions.AutomaticReply));
    }

    [Fact]
    public async Task Where_it_does_not_we_answer_all_of_it_and_an_opt_out_once()
    {
        var own = await OwnSenderAsync();
        var patient = await _api.NewPatientAsync();

        await ReplyAsync(patient, "STOP", own);
        await OursArriveAsync(patient, Stopped);
        await ReplyAsync(patient, "stop!!", own);
        await ReplyAsync(patient, "HELP", own);
        await ReplyAsync(patient, "START", own);
        await OursArriveAsync(patient, Stopped, Started);

        Assert.All(Of(patient, Directions.Outbound), text => Assert.Equal(own, text.From));
        Assert.Empty(Of(patient, Directions.AutomaticReply));
        var texts = (await _api.ConversationAsync(patient)).Texts.Where(text => text.Ours is not null).ToList();
        Assert.All(texts, text => Assert.Equal((TextKind.Automatic, ""), (text.Ours!.Kind, text.Ours.WrittenBy)));
        // Who has opted out is told nothing but that.
        Assert.Equal("The patient has opted out of texts.", texts.Single(text => text.Ours!.Name == "Answer to HELP").Ours!.Reason);
    }

    [Fact]
    public async Task HELP_is_answered_with_the_lab_s_own_words_once_an_hour_also_to_who_never_agreed()
    {
        var own = await OwnSenderAsync();
        var patient = await _api.NewPatientAsync(consent: false);
        var organization = await _api.GetAsync<OrganizationResponse>("/api/organization");
        var request = new OrganizationRequest(organization.Name, organization.TimeZone, organization.AllowedHours);
        const string words = "Labs To Go Demo, visits at home. Call +1 800 555 0100. Reply STOP to opt out.";
        try
        {
            await _api.PutAsync<OrganizationResponse>("/api/organization", request with { HelpText = $" {words} " });
            await ReplyAsync(patient, "HELP", own);
            await OursArriveAsync(patient, words);
        }
        finally
        {
            await _api.PutAsync<OrganizationResponse>("/api/organization", request with { HelpText = " " });
        }

        await ReplyAsync(patient, "Info", own);
        Assert.Single(await TextsOfOursAsync(patient));
        await Stack.SqlAsync($"update campaigns set created_at = created_at - interval '61 minutes' where patient_id = '{patient.Id}'");
        await ReplyAsync(patient, "Info", own);
        await OursArriveAsync(patient, words, Help);
        Assert.Equal(ConsentState.None, (await _api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}")).Consent);
    }

    [Fact]
    public async Task An_opt_out_is_not_confirmed_late_nor_after_the_patient_wants_texts_again()
    {
        var own = await OwnSenderAsync();
        var (late, again) = (await _api.NewPatientAsync(), await _api.NewPatientAsync());
        await _api.PostAsync<OrganizationResponse>("/api/organization/stop");
        try
        {
            await ReplyAsync(late, "STOP", own);
            await ReplyAsync(again, "STOP", own);
            await ReplyAsync(again, "START", own);
            Assert.Equal(
                1L,
                await Stack.SqlAsync(
                    $"""
                    select count(*) from campaigns
                    where patient_id = '{late.Id}' and expires_at between now() + interval '4 minutes' and now() + interval '5 minutes'
                    """));
            await Stack.SqlAsync($"update campaigns set expires_at = now() where patient_id = '{late.Id}'");
        }
        finally
        {
            await _api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }

        await OursArriveAsync(again, Started);
        Assert.Equal("expired", (await _api.WaitForTextAsync(late, text => text.Ours?.Status is not (null or "pending"))).Ours!.Status);
        Assert.Equal("expired", (await _api.WaitForTextAsync(again, text => text.Text == Stopped && text.Ours!.Status != "pending")).Ours!.Status);
        Assert.Empty(Ours(late));
    }

    [Fact]
    public async Task An_opt_out_is_not_confirmed_to_another_number_that_opted_out_before()
    {
        var own = await OwnSenderAsync();
        var (patient, other) = (await _api.NewPatientAsync(), await _api.NewPatientAsync());
        await ReplyAsync(other, "STOP", own);
        await OursArriveAsync(other, Stopped);
        await _api.PostAsync<OrganizationResponse>("/api/organization/stop");
        try
        {
            await ReplyAsync(patient, "STOP", own);
            await Eventually.IsAsync(
                async () => (await TextsOfOursAsync(patient)).Any(text => text.Ours!.Status == "pending"), () => "The confirmation was not planned.");
            await Stack.SqlAsync($"update patients set phone = '{other.Phone}' where id = '{patient.Id}'");
        }
        finally
        {
            await _api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }

        await Eventually.IsAsync(
            async () => Equals("expired", await Stack.SqlAsync($"select status from messages where patient_id = '{patient.Id}'")),
            () => "The confirmation did not end as expired.");
        Assert.Empty(Ours(patient));
        Assert.Single(Ours(other));
    }

    [Theory]
    [InlineData("+1833", false)]
    [InlineData("", true)]
    public async Task Who_answers_is_known_by_the_kind_of_number_until_somebody_says_otherwise(string prefix, bool weDo)
    {
        var phone = prefix + (prefix.Length > 0 ? NewPhones.In("833")[5..] : $"{Random.Shared.Next(100_000, 1_000_000)}");
        _own = await _api.PostAsync<SenderResponse>("/api/senders", new SenderRequest(phone, "Keywords", 1));
        Assert.Equal(weDo, _own.AnswersKeywords);

        var changed = await _api.PutAsync<SenderResponse>($"/api/senders/{_own.Id}", new SenderRequest(phone, "Keywords", 1, AnswersKeywords: !weDo));

        Assert.Equal(!weDo, changed.AnswersKeywords);
    }

    private async Task<string> OwnSenderAsync()
    {
        _own = await _api.PostAsync<SenderResponse>("/api/senders", new SenderRequest(NewPhones.In("833"), "Keywords", 10, AnswersKeywords: true));
        Stack.Keywords.Set(_own.Phone, leftToUs: true);
        return _own.Phone;
    }

    private async Task ReplyAsync(PatientResponse patient, string text, string sender) =>
        Assert.True(await Stack.Phone.ReplyAsync(patient.Phone, sender, text, TestContext.Current.CancellationToken));

    private Task OursArriveAsync(PatientResponse patient, params string[] texts) =>
        Eventually.IsAsync(
            () => Task.FromResult(Ours(patient).SequenceEqual(texts)), () => $"What arrived is {string.Join(" | ", Ours(patient))}", seconds: 60);

    private IEnumerable<string> Ours(PatientResponse patient) => Of(patient, Directions.Outbound).Select(text => text.Body);

    private List<SandboxMessage> Of(PatientResponse patient, string direction) =>
        [.. Stack.SandboxMessages.Conversation(patient.Phone).Where(message => message.Direction == direction)];

    private async Task<IEnumerable<ConversationText>> TextsOfOursAsync(PatientResponse patient) =>
        (await _api.ConversationAsync(patient)).Texts.Where(text => text.Ours is not null);
}
