using System.Net;
using LabsToGo.Contracts.Http;

namespace LabsToGo.IntegrationTests.Campaigns;

public sealed class CampaignDraftTests(StackFixture fixture)
{
    [Theory]
    [InlineData("", "template")]
    [InlineData("Hi {{ first_name", "template")]
    [InlineData("Hi {{ frist_name }}", "template")]
    public async Task A_wrong_template_is_refused_by_field(string template, string field)
    {
        using var api = await fixture.Stack.SignInAsync();

        using var answer = await api.SendAsync(HttpMethod.Post, "/api/campaigns", new CampaignRequest("Wrong", template, new AudienceFilter()));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"\"{field}\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_says_what_is_wrong_instead_of_failing()
    {
        using var api = await fixture.Stack.SignInAsync();

        var wrong = await api.PostAsync<PreviewResponse>("/api/campaigns/preview", new PreviewRequest("Hi {{ frist_name }}"));
        var right = await api.PostAsync<PreviewResponse>("/api/campaigns/preview", new PreviewRequest("Hi {{ first_name }} “there”"));

        Assert.Contains("frist_name", Assert.Single(wrong.Errors), StringComparison.Ordinal);
        Assert.Empty(right.Errors);
        Assert.Equal("UCS-2", right.Encoding);
        Assert.NotNull(right.PatientName);
    }

    [Fact]
    public async Task A_campaign_to_nobody_can_t_be_started()
    {
        using var api = await fixture.Stack.SignInAsync();
        var campaign = await api.PostAsync<CampaignResponse>(
            "/api/campaigns", new CampaignRequest("Nobody", "Hello {{ first_name }}", new AudienceFilter(States: ["GU"])));

        using var answer = await api.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign.Id}/start");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(CampaignStatus.Draft, (await api.GetAsync<CampaignResponse>($"/api/campaigns/{campaign.Id}")).Status);
    }

    [Fact]
    public async Task A_draft_can_be_changed_and_deleted_and_a_started_campaign_can_not()
    {
        using var api = await fixture.Stack.SignInAsync();
        var draft = await api.PostAsync<CampaignResponse>(
            "/api/campaigns", new CampaignRequest("Draft", "Hello {{ first_name }}", new AudienceFilter(States: ["AK"])));
        await api.PutAsync<CampaignResponse>(
            $"/api/campaigns/{draft.Id}", new CampaignRequest("Renamed", "Hello {{ first_name }}", new AudienceFilter(States: ["AK"])));
        using var deleted = await api.SendAsync(HttpMethod.Delete, $"/api/campaigns/{draft.Id}");
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);

        var started = await api.StartCampaignAsync(new AudienceFilter(States: ["AK"]));
        using var change = await api.SendAsync(HttpMethod.Put, $"/api/campaigns/{started.Id}", new CampaignRequest("Late", "Hello", new AudienceFilter()));
        using var delete = await api.SendAsync(HttpMethod.Delete, $"/api/campaigns/{started.Id}");
        Assert.Equal(HttpStatusCode.Conflict, change.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, delete.StatusCode);
        await api.WaitForEndAsync(started.Id);
    }

    [Fact]
    public async Task An_unknown_campaign_is_not_found()
    {
        using var api = await fixture.Stack.SignInAsync();
        foreach (var action in new[] { "start", "pause", "resume", "cancel" })
        {
            using var answer = await api.SendAsync(HttpMethod.Post, $"/api/campaigns/{Guid.NewGuid()}/{action}");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }
}
