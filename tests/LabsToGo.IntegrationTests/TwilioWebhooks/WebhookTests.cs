using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.TwilioWebhooks;

public sealed class WebhookTests(StackFixture fixture)
{
    private static readonly Guid Demo = Guid.Parse("0197f000-0000-7000-8000-000000000001");

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task A_callback_with_a_bad_signature_is_refused_and_changes_nothing()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 3);
        var message = await DeliveredMessageAsync(api, audience);
        List<KeyValuePair<string, string>> form = [new("MessageSid", "SM" + new string('0', 32)), new("MessageStatus", "failed")];

        using var unsigned = await PostAsync($"/twilio/{Demo}/status/{message.Id}", form, null);
        using var forged = await PostAsync($"/twilio/{Demo}/status/{message.Id}", form, "bm90IHR3aWxpbw==");
        using var inbound = await PostAsync(
            "/twilio/inbound", [new("MessageSid", "SM1"), new("From", message.Phone), new("To", "+18005550100"), new("Body", "STOP")], "bm90IHR3aWxpbw==");

        Assert.All([unsigned, forged, inbound], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
        Assert.Equal(ConsentState.Granted, (await api.GetAsync<PatientResponse>($"/api/patients/{message.PatientId}")).Consent);
    }

    [Fact]
    public async Task A_late_or_repeated_callback_never_moves_a_message_back()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 3);
        var message = await DeliveredMessageAsync(api, audience);
        foreach (var status in new[] { "sent", "queued", "delivered", "failed", "delivered" })
        {
            var path = $"/twilio/{Demo}/status/{message.Id}";
            List<KeyValuePair<string, string>> form = [new("MessageSid", "SM" + new string('0', 32)), new("MessageStatus", status)];
            using var answer = await Stack.TwilioCallsAsync(path, form);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        }

        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = database.CreateCommand();
        command.CommandText = $"select status || ' ' || (history ? 'failed')::text from messages where id = '{message.Id}'";
        Assert.Equal("delivered true", await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("SM0000000000000000000000000000000\0")]
    [InlineData("SM000000000000000000000000000000000")]
    [InlineData("")]
    public async Task A_callback_about_no_message_of_Twilio_s_is_refused(string sid)
    {
        var path = $"/twilio/{Demo}/status/{Guid.NewGuid()}";
        List<KeyValuePair<string, string>> form = [new("MessageSid", sid), new("MessageStatus", "delivered")];
        using var answer = await Stack.TwilioCallsAsync(path, form);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_that_Twilio_never_makes_is_refused_and_breaks_nothing()
    {
        var path = $"/twilio/{Demo}/status/{Guid.NewGuid()}";
        List<KeyValuePair<string, string>> many = [.. Enumerable.Range(0, 1_100).Select(number => new KeyValuePair<string, string>($"Key{number}", "x"))];
        using var signed = await Stack.TwilioCallsAsync(path, many);
        Assert.Equal(HttpStatusCode.BadRequest, signed.StatusCode);
        using var unsigned = await PostAsync(path, many, null);
        Assert.Equal(HttpStatusCode.Forbidden, unsigned.StatusCode);

        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        foreach (var type in (string[])["multipart/form-data; boundary=x", "multipart/form-data", "application/json"])
        {
            using var broken = new ByteArrayContent("--x\r\nContent-Disposition: form-data; name=\"MessageSid\"\r\n\r\nSM"u8.ToArray());
            broken.Headers.Add("Content-Type", type);
            using var answer = await http.PostAsync(new Uri(path, UriKind.Relative), broken, TestContext.Current.CancellationToken);
            Assert.Equal((type, HttpStatusCode.Forbidden), (type, answer.StatusCode));
        }
    }

    [Fact]
    public async Task A_patient_who_replies_STOP_is_opted_out_and_texted_no_more()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 3);
        var message = await DeliveredMessageAsync(api, audience);
        var sender = Stack.SandboxMessages.Conversation(message.Phone)[^1].From;

        Assert.True(await Stack.Phone.ReplyAsync(message.Phone, sender, "Stop texting me please", TestContext.Current.CancellationToken));

        Assert.Equal(ConsentState.Revoked, (await api.GetAsync<PatientResponse>($"/api/patients/{message.PatientId}")).Consent);
        await Eventually.IsAsync(() => Task.FromResult(Received() == 2), () => "The opt-out is not confirmed");
        var next = await api.StartCampaignAsync(audience.Filter);
        await api.WaitForEndAsync(next.Id);
        Assert.Equal(2, Received());

        Assert.True(await Stack.Phone.ReplyAsync(message.Phone, sender, "START", TestContext.Current.CancellationToken));
        Assert.Equal(ConsentState.Granted, (await api.GetAsync<PatientResponse>($"/api/patients/{message.PatientId}")).Consent);

        int Received() => audience.Received.Count(receipt => receipt.To == message.Phone);
    }

    private static async Task<MessageResponse> DeliveredMessageAsync(ApiClient api, OwnAudience audience)
    {
        var campaign = await api.StartCampaignAsync(audience.Filter);
        await api.WaitForEndAsync(campaign.Id);
        var delivered = await api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{campaign.Id}/messages/search", new MessageSearchRequest("delivered"));
        return delivered.Items[Random.Shared.Next(delivered.Items.Count)];
    }

    private async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> form, string? signature)
    {
        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        using var content = new FormUrlEncodedContent(form);
        if (signature is not null)
            content.Headers.Add("X-Twilio-Signature", signature);
        return await http.PostAsync(new Uri(path, UriKind.Relative), content);
    }
}
