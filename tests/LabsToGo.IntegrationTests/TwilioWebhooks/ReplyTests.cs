using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.TwilioWebhooks;

/// <summary>An opt-out counts whatever number of ours it came to, and whatever the text looks like.</summary>
public sealed class ReplyTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Theory]
    [InlineData("STOP")]
    [InlineData("Please stop texting me")]
    public async Task A_STOP_to_a_retired_number_counts_and_is_not_answered_from_another(string stop)
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();
        var sender = await api.PostAsync<SenderResponse>("/api/senders", new SenderRequest(NewPhones.In("833"), "Soon gone", 1));
        await api.PostAsync<SenderResponse>($"/api/senders/{sender.Id}/retire");

        await ReplyAsync(patient.Phone, sender.Phone, stop);

        Assert.Equal(ConsentState.Revoked, (await api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}")).Consent);
        Assert.Equal(stop, Assert.Single((await api.ConversationAsync(patient)).Texts).Text);
    }

    [Fact]
    public async Task A_STOP_counts_for_who_has_the_number_now_and_for_who_texted_from_it_before()
    {
        using var api = await Stack.SignInAsync();
        var (texted, stranger) = (await api.NewPatientAsync(), await api.NewPatientAsync());
        var sender = await api.PostAsync<SenderResponse>("/api/senders", new SenderRequest(NewPhones.In("833"), "Given away", 1));
        await api.PostAsync<SenderResponse>($"/api/senders/{sender.Id}/retire");
        var (other, campaign) = (Guid.NewGuid(), Guid.NewGuid());
        await Stack.SqlAsync(
            $$"""
            insert into campaigns (id, organization_id, kind, name, template, audience, status, lifetime_hours, created_by, created_at, completed_at)
                select '{{campaign}}', organization_id, 'bulk', 'Long ago', 'Hello', '{}', 'completed', 72, gen_random_uuid(), now(), now()
                from senders where id = '{{sender.Id}}';
            insert into messages (id, organization_id, campaign_id, patient_id, sender_id, phone, time_zone, body, segments, status, attempts, created_at,
                updated_at)
                select gen_random_uuid(), organization_id, '{{campaign}}', '{{texted.Id}}', id, '{{texted.Phone}}', 'America/New_York', 'Hello', 1,
                    'pending', 1, now(), now()
                from senders where id = '{{sender.Id}}';
            update messages set status = 'accepted', attempted_at = now() where campaign_id = '{{campaign}}';
            insert into organizations (id, name, time_zone, opens, closes, created_at, requires_second_factor)
                values ('{{other}}', 'New owner', 'America/New_York', array_fill(0::smallint, array[7]), array_fill(1440::smallint, array[7]), now(), false);
            insert into senders (id, organization_id, phone, label, segments_per_second, status, created_at)
                values (gen_random_uuid(), '{{other}}', '{{sender.Phone}}', 'Theirs', 1, 'active', now());
            """);

        await ReplyAsync(texted.Phone, sender.Phone, "Stop");
        await ReplyAsync(stranger.Phone, sender.Phone, "Stop");

        Assert.Equal(ConsentState.Revoked, (await api.GetAsync<PatientResponse>($"/api/patients/{texted.Id}")).Consent);
        Assert.Equal(ConsentState.Granted, (await api.GetAsync<PatientResponse>($"/api/patients/{stranger.Id}")).Consent);
        Assert.Empty((await api.ConversationAsync(stranger)).Texts);
        Assert.Equal(2L, await Stack.SqlAsync($"select count(*) from consent_events where organization_id = '{other}' and kind = 'revoked'"));
    }

    public static TheoryData<string, string> Misshapen => new()
    {
        { "SM1", "Please stop texting me. " + new string('x', 5_000) },
        { "SM2", "STOP\0" },
        { "SM" + new string('4', 60), "STOP" },
    };

    [Theory]
    [MemberData(nameof(Misshapen))]
    public async Task A_reply_that_can_not_be_kept_as_it_is_still_counts(string sid, string text)
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();

        await ReplyAsync(patient.Phone, "+18005550100", text, sid + Guid.NewGuid().ToString("N"));

        Assert.Equal(ConsentState.Revoked, (await api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}")).Consent);
        Assert.NotEmpty(Assert.Single((await api.ConversationAsync(patient)).Texts, shown => shown.Ours is null).Text);
    }

    [Theory]
    [InlineData("STOP", "START", ConsentState.Granted)]
    [InlineData("START", "STOP", ConsentState.Revoked)]
    public async Task A_reply_that_comes_again_is_one_also_after_its_sender_took_it_back(string first, string then, ConsentState left)
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();
        await ReplyAsync(patient.Phone, "+18005550100", first, "SM" + patient.Id.ToString("N"));
        await ReplyAsync(patient.Phone, "+18005550100", then);
        await ReplyAsync(patient.Phone, "+18005550100", first, "SM" + patient.Id.ToString("N"));

        Assert.Equal(left, (await api.GetAsync<PatientResponse>($"/api/patients/{patient.Id}")).Consent);
        Assert.Equal([first, then], (await api.ConversationAsync(patient)).Texts.Select(text => text.Text));
    }

    private async Task ReplyAsync(string from, string to, string body, string? sid = null)
    {
        List<KeyValuePair<string, string>> form =
            [new("MessageSid", sid ?? "SM" + Guid.NewGuid().ToString("N")), new("From", from), new("To", to), new("Body", body)];
        using var answer = await Stack.TwilioCallsAsync("/twilio/inbound", form);
        answer.EnsureSuccessStatusCode();
    }
}
