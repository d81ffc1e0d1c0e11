using System.Net;
using LabsToGo.Contracts.Http;

namespace LabsToGo.IntegrationTests.Campaigns;

/// <summary>How long the texts of a campaign are worth sending.</summary>
public sealed class LifetimeTests(StackFixture fixture)
{
    [Fact]
    public async Task What_has_not_left_when_its_time_is_over_expires()
    {
        using var api = await fixture.Stack.SignInAsync();
        var before = fixture.Stack.Received.All().Count;
        await api.PostAsync<OrganizationResponse>("/api/organization/stop");
        try
        {
            var draft = await api.PostAsync<CampaignResponse>(
                "/api/campaigns", new CampaignRequest("Two hours", "Hello {{ first_name }}", new AudienceFilter(States: ["NC"])));
            var campaign = await api.PostAsync<CampaignResponse>($"/api/campaigns/{draft.Id}/start", new StartRequest(2));
            Assert.Equal(TimeSpan.FromHours(2), campaign.ExpiresAt - campaign.StartedAt);
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress is { Planned: true, Pending: > 0 });

            await using var database = await fixture.Stack.OpenDatabaseAsync();
            await using var later = new Npgsql.NpgsqlCommand(
                "update campaigns set expires_at = now() where id = $1", database) { Parameters = { new() { Value = campaign.Id } } };
            await later.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

            var ended = (await api.WaitForEndAsync(campaign.Id)).Progress;
            Assert.True(ended.Expired > 0 && ended.Expired + ended.Skipped == ended.Total, $"{ended}");
            Assert.Equal(before, fixture.Stack.Received.All().Count);
        }
        finally
        {
            await api.PostAsync<OrganizationResponse>("/api/organization/resume");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(73)]
    public async Task Hours_beyond_the_range_are_refused_by_field(int hours)
    {
        using var api = await fixture.Stack.SignInAsync();
        var draft = await api.PostAsync<CampaignResponse>(
            "/api/campaigns", new CampaignRequest("Hours", "Hello {{ first_name }}", new AudienceFilter(States: ["NC"])));

        using var answer = await api.SendAsync(HttpMethod.Post, $"/api/campaigns/{draft.Id}/start", new StartRequest(hours));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("giveUpAfterHours", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
