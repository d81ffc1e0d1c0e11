using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Senders;

/// <summary>What exceeds a carrier's daily cap waits for its next day, which begins at midnight in California, and says so.</summary>
public sealed class DailyCapTests(StackFixture fixture)
{
    private const int Cap = 200, Patients = 320;

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task What_exceeds_a_brand_s_cap_waits_for_the_next_day_and_says_so()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, Patients);
        CampaignResponse campaign;
        await using (await OtherLimits.SetAsync(api, limits => limits with { DailyCap = Cap }))
        {
            campaign = await api.StartCampaignAsync(audience.Filter, template: "One part.");
            var waiting = await api.WaitForCampaignAsync(campaign.Id, shown => shown.WaitingUntil is not null);
            Assert.Equal("As many texts have left today as the daily cap under Settings allows.", waiting.StatusNote);
            var midnight = TimeZoneInfo.ConvertTime(waiting.WaitingUntil!.Value, TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles"));
            Assert.Equal(TimeSpan.Zero, midnight.TimeOfDay);
            Assert.InRange(midnight, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddHours(25));
            // Whole batches alone are left out: of one sender less than one, and there are two.
            Assert.InRange(audience.Received.Count, Cap - 60, Cap);

            // Nor does another campaign find anything left.
            var other = await api.StartCampaignAsync((await OwnAudience.ImportAsync(Stack, 80)).Filter, template: "One part.");
            await api.WaitForCampaignAsync(other.Id, shown => shown.WaitingUntil is not null);
            await api.PostAsync<CampaignResponse>($"/api/campaigns/{other.Id}/cancel");
            Assert.InRange(await CountedAsync(), Cap - 60, Cap);

            // Tomorrow.
            await Stack.SqlAsync("update daily_segments set day = day - 1; update batches set counted_on = counted_on - 1");
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Finished == Patients);
            Assert.Equal(Patients, audience.Received.Count);
        }
        await Stack.SqlAsync("delete from daily_segments");
    }

    [Fact]
    public async Task A_sender_s_own_cap_holds_for_it_alone_and_what_is_tried_again_counts_once()
    {
        using var api = await Stack.SignInAsync();
        var capped = (await api.GetAsync<List<SenderResponse>>("/api/senders")).First(sender => sender.Status is SenderStatus.Active);
        var audience = await OwnAudience.ImportAsync(Stack, 2 * Patients);
        await SetAsync(api, capped, Cap);
        try
        {
            // Each is refused at first, is put back, and is not counted again.
            Stack.Faults.Settings = new() { TooManyRequests = 0.3 };
            var campaign = await api.StartCampaignAsync(audience.Filter, template: "One part.");
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.WaitingUntil is not null, TimeSpan.FromSeconds(120));
            Stack.Faults.Settings = new();
            await Eventually.IsAsync(
                async () => await Stack.SqlAsync($"select count(*) from batches where campaign_id = '{campaign.Id}' and counted_on is not null") is 0L,
                () => "What was counted did not leave.",
                seconds: 60);
            var sent = audience.Received.Where(receipt => receipt.Accepted).CountBy(receipt => receipt.From).ToDictionary();
            Assert.InRange(sent[capped.Phone], Cap - 30, Cap);
            Assert.InRange(await CountedAsync(), Cap - 30, Cap);
            Assert.InRange(sent.Values.Sum(), sent[capped.Phone] + 100, 2 * Patients);

            // A higher cap lets the rest go at once.
            await SetAsync(api, capped, null);
            Assert.Equal(2 * Patients, (await api.WaitForEndAsync(campaign.Id)).Progress.Delivered);
        }
        finally
        {
            Stack.Faults.Settings = new();
            await SetAsync(api, capped, null);
            await Stack.SqlAsync("delete from daily_segments");
        }
    }

    private async Task<long> CountedAsync() => (long)(decimal)(await Stack.SqlAsync("select sum(segments) from daily_segments"))!;

    private static Task<SenderResponse> SetAsync(ApiClient api, SenderResponse sender, int? cap) =>
        api.PutAsync<SenderResponse>($"/api/senders/{sender.Id}", new SenderRequest(sender.Phone, sender.Label, sender.SegmentsPerSecond, cap));
}
