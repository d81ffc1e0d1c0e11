using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Campaigns;

public sealed class CampaignTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Every_reachable_patient_is_texted_once_and_every_other_one_is_skipped_with_a_reason()
    {
        using var api = await Stack.SignInAsync();
        var audience = new AudienceFilter(States: ["TX", "CA"]);
        var count = await api.PostAsync<AudienceCountResponse>("/api/campaigns/audience", audience);
        Assert.True(count.Reachable > 50 && count.Total > count.Reachable, $"{count}");
        var before = Stack.Received.All().Count;

        var campaign = await api.StartCampaignAsync(audience);
        campaign = await api.WaitForEndAsync(campaign.Id);

        Assert.Equal(count.Total, campaign.Progress.Total);
        Assert.Equal(count.Reachable, campaign.Progress.Delivered);
        Assert.Equal(count.Total - count.Reachable, campaign.Progress.Skipped);
        var received = Stack.Received.All().Skip(before).ToList();
        Assert.Equal(count.Reachable, received.Count);
        Assert.Equal(received.Count, received.DistinctBy(receipt => receipt.To).Count());
    }

    [Fact]
    public async Task A_campaign_starts_once_however_often_it_is_clicked()
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 50);
        var campaign = await api.PostAsync<CampaignResponse>("/api/campaigns", new CampaignRequest("Twice", "Hello {{ first_name }}", audience.Filter));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => api.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign.Id}/start")));

        Assert.Single(answers, answer => answer.StatusCode == System.Net.HttpStatusCode.Accepted);
        Assert.Equal(4, answers.Count(answer => answer.StatusCode == System.Net.HttpStatusCode.Conflict));
        campaign = await api.WaitForEndAsync(campaign.Id);
        var received = audience.Received;
        Assert.Equal(50, campaign.Progress.Delivered);
        Assert.Equal(50, received.Count);
        Assert.Equal(received.Count, received.DistinctBy(receipt => receipt.To).Count());
    }
}
