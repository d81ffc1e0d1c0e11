using LabsToGo.Contracts.Http;
using LabsToGo.Data.Following;
using LabsToGo.Domain.Messages;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Delivery;

/// <summary>A text that was not delivered because the phone was off is tried again later (here a second), by the same row.</summary>
public sealed class TryingAgainTests(StackFixture fixture) : IAsyncLifetime
{
    private ApiClient _api = null!;
    private PatientResponse _patient = null!;

    private Stack Stack => fixture.Stack;

    private IReadOnlyList<TwilioSandbox.Messages.SandboxMessage> AtTwilio => Stack.SandboxMessages.Conversation(_patient.Phone);

    public async ValueTask InitializeAsync()
    {
        _api = await Stack.SignInAsync();
        _patient = await _api.NewPatientAsync();
        // Not so soon that the word comes before our own record of the POST: then it stands.
        Stack.Faults.Settings = new() { Undelivered = 1, CallbackDelayMilliseconds = 200 };
    }

    public ValueTask DisposeAsync()
    {
        Stack.Faults.Settings = new();
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_arrives_when_the_phone_is_on_again_and_only_the_last_one_is_kept_at_Twilio()
    {
        await _api.TextAsync(_patient, "May we come at nine?");
        var waits = await _api.WaitForTextAsync(_patient, text => text.Ours is { Status: "pending", ErrorCode: 30003 });
        Stack.Faults.Settings = new() { CallbackDelayMilliseconds = 50 };
        Assert.Contains("The phone was off", waits.Ours!.Reason, StringComparison.Ordinal);

        var arrived = await _api.WaitForTextAsync(_patient, text => text.Ours?.Status == "delivered");

        Assert.Equal((waits.Id, null, null), (arrived.Id, arrived.Ours!.Reason, arrived.Ours.ErrorCode));
        Assert.Equal(["undelivered", "delivered"], AtTwilio.Select(message => message.Status));
        await Eventually.IsAsync(() => Task.FromResult(AtTwilio[0].Body.Length == 0), () => "The one that did not arrive still stands at Twilio.");
        Assert.Equal("May we come at nine?", AtTwilio[1].Body);
        var campaign = await _api.GetAsync<CampaignResponse>($"/api/campaigns/{arrived.Ours.CampaignId}");
        Assert.Equal((1, 1, 0), (campaign.Progress.Total, campaign.Progress.Delivered, campaign.Progress.Undelivered));

        // Late words about the first change nothing.
        await ReportAsync(arrived.Id, AtTwilio[0].Sid, "undelivered", 30003);
        Assert.Equal("delivered", (await _api.ConversationAsync(_patient)).Texts[^1].Ours!.Status);
    }

    [Fact]
    public async Task It_is_tried_three_times_in_all()
    {
        await _api.TextAsync(_patient, "May we come at ten?");
        await _api.WaitForTextAsync(_patient, text => text.Ours?.Status == "undelivered");
        Assert.Equal(3, AtTwilio.Count);
    }

    [Fact]
    public async Task A_repeated_word_tries_once_more_and_no_more()
    {
        await _api.TextAsync(_patient, "May we come at eleven?");
        var waits = await _api.WaitForTextAsync(_patient, text => text.Ours is { Status: "pending", ErrorCode: 30003 });
        Stack.Faults.Settings = new();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ReportAsync(waits.Id, AtTwilio[0].Sid, "undelivered", 30003)));

        await _api.WaitForTextAsync(_patient, text => text.Ours?.Status == "delivered");

        Assert.Equal(2, AtTwilio.Count);
        Assert.Equal(1L, await Stack.SqlAsync($"select count(*) from earlier_attempts where message_id = '{waits.Id}'"));
    }

    [Fact]
    public async Task A_late_word_about_the_first_does_not_outdo_one_about_the_second_that_comes_with_it()
    {
        await _api.TextAsync(_patient, "May we come at half past?");
        var waits = await _api.WaitForTextAsync(_patient, text => text.Ours is { Status: "pending", ErrorCode: 30003 });
        Stack.Faults.Settings = new() { Callbacks = false };
        await _api.WaitForTextAsync(_patient, text => text.Ours?.Status == "accepted");

        await using var service = await Stack.OpenAsServiceAsync();
        await service.ApplyStatusesAsync(
            [
                new StatusUpdate(waits.Id, "undelivered", MessageStatus.Undelivered, AtTwilio[0].Sid, 30003, "The phone was off", TryAgain: true),
                new StatusUpdate(waits.Id, "delivered", MessageStatus.Delivered, AtTwilio[1].Sid, null, null),
            ],
            new FollowingOptions(),
            TestContext.Current.CancellationToken);

        Assert.Equal("delivered", await Stack.SqlAsync($"select status from messages where id = '{waits.Id}'"));
    }

    [Fact]
    public async Task What_would_come_after_the_campaigns_end_is_not()
    {
        Stack.Faults.Settings = new() { Undelivered = 1, CallbackDelayMilliseconds = 500 };
        await _api.TextAsync(_patient, "May we come at noon?");
        var text = await _api.WaitForTextAsync(_patient, text => text.Ours?.Status is "accepted" or "sent");
        await Stack.SqlAsync($"update campaigns set expires_at = now() + interval '1 second' where id = '{text.Ours!.CampaignId}'");

        await _api.WaitForTextAsync(_patient, text => text.Ours?.Status == "undelivered");

        Assert.Single(AtTwilio);
    }

    [Fact]
    public async Task One_who_opts_out_meanwhile_is_not_texted_again()
    {
        await _api.TextAsync(_patient, "May we come at one?");
        await _api.WaitForTextAsync(_patient, text => text.Ours is { Status: "pending", ErrorCode: 30003 });
        Assert.True(await Stack.Phone.ReplyAsync(_patient.Phone, AtTwilio[0].From, "STOP", TestContext.Current.CancellationToken));

        await _api.WaitForTextAsync(_patient, text => text.Ours?.Status == "skipped");

        Assert.Single(AtTwilio, message => message.Direction == "outbound-api");
    }

    [Fact]
    public async Task The_first_is_not_taken_for_the_second_whose_outcome_is_open()
    {
        await _api.TextAsync(_patient, "May we come at two?");
        var waits = await _api.WaitForTextAsync(_patient, text => text.Ours is { Status: "pending", ErrorCode: 30003 });
        Stack.Faults.Settings = new() { ServerError = 1 };
        await _api.WaitForTextAsync(_patient, text => text.Ours?.Status == "unknown");

        // When it is taken up a second time the first time is over.
        for (var asked = 0; asked < 2; asked++)
        {
            await Stack.SqlAsync($"update notable_messages set ask_at = now() where message_id = '{waits.Id}'");
            await Eventually.IsAsync(
                async () => Equals(await Stack.SqlAsync($"select ask_at > now() from notable_messages where message_id = '{waits.Id}'"), true),
                () => "Twilio was not asked.");
        }

        Assert.Equal("unknown", (await _api.ConversationAsync(_patient)).Texts[^1].Ours!.Status);
    }

    private async Task ReportAsync(Guid message, string sid, string status, int code)
    {
        var path = $"/twilio/{await Stack.SqlAsync($"select organization_id from messages where id = '{message}'")}/status/{message}";
        List<KeyValuePair<string, string>> form = [new("MessageSid", sid), new("MessageStatus", status), new("ErrorCode", $"{code}")];
        using var answer = await Stack.TwilioCallsAsync(path, form);
        answer.EnsureSuccessStatusCode();
    }
}
