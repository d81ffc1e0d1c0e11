using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Patients;

/// <summary>A number that texts don't reach is not texted, until it is another one, somebody says so, or it answers.</summary>
public sealed class UnreachableNumberTests(StackFixture fixture) : IAsyncLifetime
{
    private ApiClient _api = null!;
    private PatientResponse _patient = null!;
    private int _texts;

    private Stack Stack => fixture.Stack;

    public async ValueTask InitializeAsync()
    {
        _api = await Stack.SignInAsync();
        _patient = await _api.NewPatientAsync();
    }

    public ValueTask DisposeAsync()
    {
        Stack.Faults.Settings = new();
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task One_that_is_no_mobile_is_left_out_until_staff_have_it_tried_again()
    {
        await RefusedAsync(21614);

        var patient = await PatientAsync();
        Assert.Contains("Not a mobile number", patient.Unreachable!.Reason, StringComparison.Ordinal);
        var found = (await _api.PostAsync<Page<PatientResponse>>("/api/patients/search", new PatientSearchRequest(patient.Phone))).Items;
        Assert.Equal((patient.Id, patient.Unreachable), found.Select(one => (one.Id, one.Unreachable)).Single());
        using var refused = await _api.SendAsync(HttpMethod.Post, $"/api/patients/{patient.Id}/messages", new TextRequest("Hello?"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("Not a mobile number", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        patient = await _api.PostAsync<PatientResponse>($"/api/patients/{patient.Id}/try-again");
        Assert.Null(patient.Unreachable);
        Assert.Equal("delivered", (await TextAsync()).Ours!.Status);
    }

    [Fact]
    public async Task A_campaign_counts_and_texts_the_others()
    {
        var audience = await OwnAudience.ImportAsync(Stack, 3);
        var number = audience.Phones.First();
        await MarkAsync(number);

        var count = await _api.PostAsync<AudienceCountResponse>("/api/campaigns/audience", audience.Filter);
        Assert.Equal((3, 2), (count.Total, count.Reachable));
        var campaign = await _api.StartCampaignAsync(audience.Filter);
        var ended = await _api.WaitForEndAsync(campaign.Id);

        Assert.Equal((2, 1), (ended.Progress.Delivered, ended.Progress.Skipped));
        Assert.DoesNotContain(number, audience.Received.Select(receipt => receipt.To));
        var skipped = await _api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{campaign.Id}/messages/search", new MessageSearchRequest("skipped"));
        Assert.Contains("do not reach", Assert.Single(skipped.Items).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_waits_is_not_sent_to_one_that_was_marked_meanwhile()
    {
        var audience = await OwnAudience.ImportAsync(Stack, 2);
        await _api.PostAsync<OrganizationResponse>("/api/organization/stop");
        try
        {
            var campaign = await _api.StartCampaignAsync(audience.Filter);
            await _api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Pending == 2);
            await MarkAsync(audience.Phones.First());
            await _api.PostAsync<OrganizationResponse>("/api/organization/resume");

            var ended = await _api.WaitForEndAsync(campaign.Id);
            Assert.Equal((1, 1), (ended.Progress.Delivered, ended.Progress.Skipped));
            Assert.DoesNotContain(audience.Phones.First(), audience.Received.Select(receipt => receipt.To));
        }
        finally
        {
            await _api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }
    }

    [Fact]
    public async Task One_that_is_off_is_given_up_on_the_third_day_unless_a_text_arrives_between()
    {
        await UndeliveredAsync(daysAgo: 4);
        await UndeliveredAsync(daysAgo: 3);
        await TextAsync(daysAgo: 2);
        await UndeliveredAsync(daysAgo: 1);
        await UndeliveredAsync(daysAgo: 1);
        Assert.Null((await PatientAsync()).Unreachable);

        await UndeliveredAsync(daysAgo: 0);
        Assert.Null((await PatientAsync()).Unreachable);

        await Stack.SqlAsync($"update messages set attempted_at = attempted_at - interval '1 day' where phone = '{_patient.Phone}' and status = 'undelivered'");
        await UndeliveredAsync(daysAgo: 0);
        Assert.Contains("Unknown or inactive number", (await PatientAsync()).Unreachable!.Reason, StringComparison.Ordinal);

        // Tried again, it has its three days again.
        await _api.PostAsync<PatientResponse>($"/api/patients/{_patient.Id}/try-again");
        await UndeliveredAsync(daysAgo: 0);
        Assert.Null((await PatientAsync()).Unreachable);
    }

    [Fact]
    public async Task A_reply_from_it_shows_that_it_is_reached()
    {
        await MarkAsync(_patient.Phone);
        Assert.NotNull((await PatientAsync()).Unreachable);

        Assert.True(await Stack.Phone.ReplyAsync(_patient.Phone, "+18005550100", "Got a new phone", TestContext.Current.CancellationToken));

        Assert.Null((await PatientAsync()).Unreachable);
    }

    [Fact]
    public async Task Another_number_of_the_patient_is_another_matter()
    {
        await RefusedAsync(21211);
        Assert.NotNull((await PatientAsync()).Unreachable);

        var other = NewPhones.In("802");
        var changed = await _api.PutAsync<PatientResponse>(
            $"/api/patients/{_patient.Id}", new PatientRequest(null, "Nadia", "Newcomer", other, null, null, null, null, null, ConsentGiven: true));

        Assert.Null(changed.Unreachable);
    }

    [Fact]
    public async Task Nothing_is_concluded_from_a_failure_that_says_nothing_of_the_number()
    {
        await RefusedAsync(21214);
        Assert.Null((await PatientAsync()).Unreachable);
    }

    private Task<PatientResponse> PatientAsync() => _api.GetAsync<PatientResponse>($"/api/patients/{_patient.Id}");

    private async Task MarkAsync(string phone) =>
        await Stack.SqlAsync($"insert into unreachable_numbers select organization_id, phone, 21614, now() from patients where phone = '{phone}'");

    private async Task RefusedAsync(int code)
    {
        Stack.Faults.Settings = new() { RefuseWithCode = code };
        Assert.Equal("failed", (await TextAsync()).Ours!.Status);
        Stack.Faults.Settings = new();
    }

    private async Task UndeliveredAsync(int daysAgo)
    {
        Stack.Faults.Settings = new() { Undelivered = 1, UndeliveredWithCode = 30005, CallbackDelayMilliseconds = 50 };
        Assert.Equal("undelivered", (await TextAsync(daysAgo)).Ours!.Status);
        Stack.Faults.Settings = new();
    }

    /// <summary>A text to the patient and its end, which is then dated back.</summary>
    private async Task<ConversationText> TextAsync(int daysAgo = 0)
    {
        var text = $"Hello {++_texts}";
        await _api.TextAsync(_patient, text);
        var ended = await _api.WaitForTextAsync(_patient, shown => shown.Text == text && shown.Ours?.Status is "delivered" or "undelivered" or "failed");
        if (daysAgo > 0)
        {
            await Stack.SqlAsync(
                $"update messages set attempted_at = attempted_at - interval '{daysAgo} days' where phone = '{_patient.Phone}' and body = '{text}'");
        }
        return ended;
    }
}
