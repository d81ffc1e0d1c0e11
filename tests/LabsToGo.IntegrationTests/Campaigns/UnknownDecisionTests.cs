using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Campaigns;

/// <summary>G2: what may have been accepted is sent again by a person alone, and only once.</summary>
public sealed class UnknownDecisionTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task What_is_open_is_not_sent_again_until_a_person_says_so_and_then_once()
    {
        using var api = await Stack.SignInAsync();
        var (audience, id, open) = await StartWithOpenOutcomesAsync(api);
        await TwilioIsAskedAsync();
        Assert.All(open, message => Assert.Equal(1, PostsTo(message, audience)));

        var one = await api.PostAsync<DecisionResponse>(Decision(id, open[0]), new DecisionRequest(Arrived: false));
        var others = await api.PostAsync<DecisionResponse>($"/api/campaigns/{id}/messages/decisions", new DecisionRequest(Arrived: false));
        Assert.Equal((1, open.Count - 1), (one.Decided, others.Decided));

        var ended = await api.WaitForEndAsync(id);
        Assert.Equal(ended.Progress.Total, ended.Progress.Delivered + ended.Progress.Skipped);
        var accepted = audience.Received.Where(receipt => receipt.Accepted).ToList();
        Assert.Equal(ended.Progress.Delivered, accepted.Count);
        Assert.Equal(accepted.Count, accepted.DistinctBy(receipt => receipt.To).Count());
        Assert.All(open, message => Assert.Equal(2, PostsTo(message, audience)));
        var history = (await MessagesAsync(api, id, "delivered")).Single(message => message.Id == open[0].Id).History;
        Assert.Equal(
            [
                "Planned", "Not clear whether Twilio has it", "Olivia Owner had it sent again", "Handed to Twilio, for the second time", "Twilio: delivered",
            ],
            history.Select(entry => entry.What).Where(what => what is not ("Twilio: queued" or "Twilio: sent")));
    }

    [Fact]
    public async Task What_arrived_by_a_person_s_word_is_left_alone_and_can_t_be_decided_twice()
    {
        using var api = await Stack.SignInAsync();
        var (audience, id, open) = await StartWithOpenOutcomesAsync(api);

        await api.PostAsync<DecisionResponse>(Decision(id, open[0]), new DecisionRequest(Arrived: true));
        using var again = await api.SendAsync(HttpMethod.Post, Decision(id, open[0]), new DecisionRequest(Arrived: false));
        await TwilioIsAskedAsync();

        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Contains("not open any more", await again.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(1, PostsTo(open[0], audience));
        var decided = Assert.Single(await MessagesAsync(api, id, "accepted"));
        Assert.Equal((open[0].Id, "Olivia Owner says that it arrived."), (decided.Id, decided.Reason));
        Assert.Equal("Olivia Owner says that it arrived", decided.History[^1].What);
        var shown = await api.GetAsync<CampaignResponse>($"/api/campaigns/{id}");
        Assert.Equal((1, open.Count - 1), (shown.Progress.Accepted, shown.Progress.Unknown));
        await api.PostAsync<CampaignResponse>($"/api/campaigns/{id}/cancel");
    }

    [Fact]
    public async Task Of_a_canceled_campaign_nothing_is_sent_again()
    {
        using var api = await Stack.SignInAsync();
        var (audience, id, open) = await StartWithOpenOutcomesAsync(api);
        await api.PostAsync<CampaignResponse>($"/api/campaigns/{id}/cancel");

        var decided = await api.PostAsync<DecisionResponse>($"/api/campaigns/{id}/messages/decisions", new DecisionRequest(Arrived: false));
        await TwilioIsAskedAsync();

        Assert.Equal(open.Count, decided.Decided);
        Assert.All(open, message => Assert.Equal(1, PostsTo(message, audience)));
        var ended = await api.GetAsync<CampaignResponse>($"/api/campaigns/{id}");
        Assert.Equal((0, open.Count), (ended.Progress.Unknown, ended.Progress.Canceled));
    }

    [Fact]
    public async Task Only_what_is_there_can_be_decided_and_only_by_those_who_may_write()
    {
        using var api = await Stack.SignInAsync();
        using var viewer = await Stack.SignInAsync("viewer@demo.example");
        var campaign = await api.PostAsync<CampaignResponse>(
            "/api/campaigns", new CampaignRequest("Draft", "Hello {{ first_name }}", new AudienceFilter(States: ["AK"])));

        using var message = await api.SendAsync(
            HttpMethod.Post, $"/api/campaigns/{campaign.Id}/messages/{Guid.NewGuid()}/decision", new DecisionRequest(Arrived: true));
        using var all = await api.SendAsync(HttpMethod.Post, $"/api/campaigns/{Guid.NewGuid()}/messages/decisions", new DecisionRequest(Arrived: true));
        using var undecided = await api.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign.Id}/messages/decisions", new DecisionRequest(Arrived: null));
        using var refused = await viewer.SendAsync(HttpMethod.Post, $"/api/campaigns/{campaign.Id}/messages/decisions", new DecisionRequest(Arrived: true));

        Assert.Equal(
            (HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.BadRequest, HttpStatusCode.Forbidden),
            (message.StatusCode, all.StatusCode, undecided.StatusCode, refused.StatusCode));
    }

    /// <summary>Some POSTs fail at Twilio's end; the rest is delivered.</summary>
    private async Task<(OwnAudience Audience, Guid Id, IReadOnlyList<MessageResponse> Open)> StartWithOpenOutcomesAsync(ApiClient api)
    {
        var audience = await OwnAudience.ImportAsync(Stack, 90);
        CampaignResponse campaign;
        try
        {
            Stack.Faults.Settings = new() { ServerError = 1 };
            campaign = await api.StartCampaignAsync(audience.Filter);
            await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Unknown > 1);
        }
        finally
        {
            Stack.Faults.Settings = new();
        }
        var rested = await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress is { Planned: true } now && now.Finished + now.Unknown == now.Total);
        var open = await MessagesAsync(api, campaign.Id, "unknown");
        Assert.Equal(rested.Progress.Unknown, open.Count);
        return (audience, campaign.Id, open);
    }

    /// <summary>Time for what must not happen: the reconciler looks every two seconds, and what it gave back would leave at once.</summary>
    private static Task TwilioIsAskedAsync() => Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);

    private static int PostsTo(MessageResponse message, OwnAudience audience) => audience.Received.Count(receipt => receipt.To == message.Phone);

    private static async Task<IReadOnlyList<MessageResponse>> MessagesAsync(ApiClient api, Guid id, string status) =>
        (await api.PostAsync<Page<MessageResponse>>($"/api/campaigns/{id}/messages/search", new MessageSearchRequest(status, Limit: 200))).Items;

    private static string Decision(Guid campaignId, MessageResponse message) => $"/api/campaigns/{campaignId}/messages/{message.Id}/decision";
}
