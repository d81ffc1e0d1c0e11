using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Campaigns;

/// <summary>G8: stop means stop, within a second.</summary>
public sealed class StoppingTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task A_pause_stops_within_a_second_and_a_resume_loses_and_doubles_nobody()
    {
        using var api = await Stack.SignInAsync();
        var (audience, campaign) = await StartAndWaitForTrafficAsync(api);

        await api.PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/pause");
        await NothingIsSentAfterASecondAsync(audience);
        var paused = await api.GetAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}");
        Assert.Equal(CampaignStatus.Paused, paused.Status);
        Assert.Contains("Olivia", paused.StatusNote, StringComparison.Ordinal);
        Assert.True(paused.Progress.Pending > 0, $"{paused.Progress}");

        await api.PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/resume");
        var ended = await api.WaitForEndAsync(campaign.Id);
        var received = audience.Received;
        Assert.Equal(ended.Progress.Delivered, received.Count);
        Assert.Equal(received.Count, received.DistinctBy(receipt => receipt.To).Count());
    }

    [Fact]
    public async Task A_cancel_ends_every_row_that_had_not_left()
    {
        using var api = await Stack.SignInAsync();
        var (audience, campaign) = await StartAndWaitForTrafficAsync(api);

        await api.PostAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}/cancel");
        await NothingIsSentAfterASecondAsync(audience);

        var ended = await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Finished == shown.Progress.Total);
        Assert.Equal(CampaignStatus.Canceled, ended.Status);
        Assert.True(ended.Progress.Canceled > 0, $"{ended.Progress}");
        Assert.Equal(audience.Received.Count, ended.Progress.Delivered);
    }

    [Fact]
    public async Task The_panic_stop_holds_every_campaign_and_its_end_lets_them_go_on()
    {
        using var api = await Stack.SignInAsync();
        var (audience, campaign) = await StartAndWaitForTrafficAsync(api);

        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        await NothingIsSentAfterASecondAsync(audience);
        var held = await api.GetAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}");
        Assert.Contains("stopped", held.StatusNote, StringComparison.Ordinal);

        await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        var ended = await api.WaitForEndAsync(campaign.Id);
        Assert.Equal(ended.Progress.Total, ended.Progress.Delivered + ended.Progress.Skipped);
    }

    private async Task<(OwnAudience Audience, CampaignResponse Campaign)> StartAndWaitForTrafficAsync(ApiClient api)
    {
        var audience = await OwnAudience.ImportAsync(Stack, 1_900);
        var campaign = await api.StartCampaignAsync(audience.Filter);
        return (audience, await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Handed > 50));
    }

    private static async Task NothingIsSentAfterASecondAsync(OwnAudience audience)
    {
        // The second that G8 allows, and some more for what would come all the same.
        await Task.Delay(TimeSpan.FromSeconds(1));
        var then = audience.Received.Count;
        await Task.Delay(TimeSpan.FromSeconds(1.5));
        Assert.Equal(then, audience.Received.Count);
    }
}
