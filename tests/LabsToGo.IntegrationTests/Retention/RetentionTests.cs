using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.SmsWorker.Retention;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Messages;
using Npgsql;

namespace LabsToGo.IntegrationTests.Retention;

/// <summary>The demo organization keeps texts for 90 days.</summary>
public sealed class RetentionTests(StackFixture fixture) : IAsyncLifetime
{
    private const int Patients = 6;

    private ApiClient _api = null!;

    private Stack Stack => fixture.Stack;

    public async ValueTask InitializeAsync() => _api = await Stack.SignInAsync();

    public ValueTask DisposeAsync()
    {
        Stack.Faults.Settings = new();
        _api.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task When_their_time_is_over_texts_are_gone_here_and_at_Twilio_and_all_else_stays()
    {
        var (old, oldPhones) = await CompletedAsync();
        var (young, youngPhones) = await CompletedAsync();
        var sender = Stack.SandboxMessages.Conversation(oldPhones[0])[^1].From;
        Assert.True(await Stack.Phone.ReplyAsync(oldPhones[0], sender, "Room 12, second floor", TestContext.Current.CancellationToken));
        Assert.True(await Stack.Phone.ReplyAsync(oldPhones[1], sender, "Thank you", TestContext.Current.CancellationToken));
        // Of one Twilio knows nothing any more.
        Assert.True(Stack.SandboxMessages.Remove(TextTo(oldPhones[2]).Sid));

        await AgeAsync(old.Id, days: 91);
        await AgeAsync(young.Id, days: 89);
        await Stack.SqlAsync($"update replies set received_at = now() - interval '91 days' where phone = '{oldPhones[0]}'");
        await RedactedAsync(old.Id);

        Assert.Equal($"{Patients}|0|{Patients}", await TextsAsync(old.Id));
        Assert.Equal($"0|{Patients}|0", await TextsAsync(young.Id));
        Assert.All(oldPhones.Where(phone => phone != oldPhones[2]), phone => Assert.Equal("", TextTo(phone).Body));
        Assert.All(youngPhones, phone => Assert.Contains("Labs To Go", TextTo(phone).Body, StringComparison.Ordinal));
        await Eventually.IsAsync(
            async () =>
                Equals(true, await Stack.SqlAsync($"select body = '' and redacted_at is not null from replies where phone = '{oldPhones[0]}'")),
                () => "The reply was not redacted.");
        Assert.Equal("", Stack.SandboxMessages.Conversation(oldPhones[0]).Single(message => message.From == oldPhones[0]).Body);
        Assert.Equal("Thank you", await Stack.SqlAsync($"select body from replies where phone = '{oldPhones[1]}'"));
        var shown = await _api.GetAsync<CampaignResponse>($"/api/campaigns/{old.Id}");
        Assert.Equal((Patients, CampaignStatus.Completed), (shown.Progress.Delivered, shown.Status));
    }

    [Fact]
    public async Task What_Twilio_can_t_redact_yet_is_gone_here_and_is_asked_for_again()
    {
        var (campaign, phones) = await CompletedAsync();
        Stack.Faults.Settings = new() { RefusedRedactions = 1 };
        await AgeAsync(campaign.Id, days: 91);

        await Eventually.IsAsync(async () => (string)(await TextsAsync(campaign.Id))! == $"{Patients}|0|0", () => "The texts were not deleted here.");
        Assert.All(phones, phone => Assert.NotEqual("", TextTo(phone).Body));
        Assert.Equal(DBNull.Value, await Stack.SqlAsync($"select redacted_at from campaigns where id = '{campaign.Id}'"));

        Stack.Faults.Settings = new() { RefusedRedactions = 0.5 };
        await RedactedAsync(campaign.Id);
        Assert.All(phones, phone => Assert.Equal("", TextTo(phone).Body));
    }

    [Fact]
    public async Task An_open_outcome_keeps_its_text_until_it_is_decided()
    {
        var (marker, _) = await CompletedAsync();
        Stack.Faults.Settings = new() { ServerError = 1 };
        var (import, _) = await ImportAsync();
        var campaign = await _api.StartCampaignAsync(new AudienceFilter(ImportId: import));
        await _api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Unknown > 0);
        await _api.PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/cancel");
        var rested = await _api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Unknown + shown.Progress.Canceled == Patients);
        var (open, canceled) = (rested.Progress.Unknown, rested.Progress.Canceled);

        // The oldest comes first: when the other one is redacted, this one was looked at.
        await AgeAsync(campaign.Id, days: 92);
        await AgeAsync(marker.Id, days: 91);
        await RedactedAsync(marker.Id);
        Assert.Equal($"{canceled}|{open}|{canceled}", await TextsAsync(campaign.Id));
        Assert.Equal(DBNull.Value, await Stack.SqlAsync($"select redacted_at from campaigns where id = '{campaign.Id}'"));

        await _api.PostAsync<DecisionResponse>($"/api/campaigns/{campaign.Id}/messages/decisions", new DecisionRequest(Arrived: false));
        await RedactedAsync(campaign.Id);
        Assert.Equal($"{Patients}|0|{Patients}", await TextsAsync(campaign.Id));
    }

    [Fact]
    public async Task An_organization_that_keeps_texts_for_good_keeps_them()
    {
        var (campaign, _) = await CompletedAsync();
        try
        {
            await Stack.SqlAsync("update organizations set message_retention_days = null");
            await AgeAsync(campaign.Id, days: 30_000);
            await using var service = NpgsqlDataSource.Create(Stack.ServiceDatabase);
            Assert.DoesNotContain(campaign.Id, await service.CampaignsToRedactAsync(TestContext.Current.CancellationToken));

            await Stack.SqlAsync("update organizations set message_retention_days = 30001");
            Assert.DoesNotContain(campaign.Id, await service.CampaignsToRedactAsync(TestContext.Current.CancellationToken));
            await Stack.SqlAsync("update organizations set message_retention_days = 29999");
            await RedactedAsync(campaign.Id);
        }
        finally
        {
            await Stack.SqlAsync("update organizations set message_retention_days = 90");
        }
    }

    private SandboxMessage TextTo(string phone) => Stack.SandboxMessages.Conversation(phone).Single(message => message.To == phone);

    /// <summary>Deleted, kept, and redacted texts of a campaign.</summary>
    private Task<object?> TextsAsync(Guid campaignId) => Stack.SqlAsync(
        "select format('%s|%s|%s', count(*) filter (where body = ''), count(*) filter (where body <> ''), count(redacted_at)) from messages where " +
        $"campaign_id = '{campaignId}'");

    private Task<object?> AgeAsync(Guid campaignId, int days) =>
        Stack.SqlAsync($"update campaigns set completed_at = now() - interval '{days} days' where id = '{campaignId}'");

    private Task RedactedAsync(Guid campaignId) => Eventually.IsAsync(
        async () => await Stack.SqlAsync($"select redacted_at from campaigns where id = '{campaignId}'") is DateTime, () => "The campaign was not redacted.");

    private async Task<(CampaignResponse Campaign, IReadOnlyList<string> Phones)> CompletedAsync()
    {
        var (import, phones) = await ImportAsync();
        var campaign = await _api.StartCampaignAsync(new AudienceFilter(ImportId: import));
        return (await _api.WaitForEndAsync(campaign.Id), phones);
    }

    private async Task<(Guid Id, IReadOnlyList<string> Phones)> ImportAsync()
    {
        var phones = Enumerable.Range(0, Patients).Select(_ => NewPhones.In("307")).ToList();
        var file = "first name,last name,phone,state\n" + string.Concat(phones.Select(phone => $"Retta,Kept,{phone},NY\n"));
        return ((await _api.ImportAsync(Encoding.UTF8.GetBytes(file))).Id, phones);
    }
}
