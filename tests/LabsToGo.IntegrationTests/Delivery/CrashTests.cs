using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Received;

namespace LabsToGo.IntegrationTests.Delivery;

/// <summary>
/// Nothing lost (G1) and nobody texted twice (G2) when the Api or the campaign worker dies in the middle; what SMS workers and servers can do is among the
/// fault tests.
/// </summary>
public sealed class CrashTests(StackFixture fixture)
{
    private Stack Stack => fixture.Stack;

    [Fact]
    public Task A_killed_campaign_worker() => SurvivesAsync(async () =>
    {
        await Stack.CampaignWorker.KillAsync();
        await Stack.CampaignWorker.StartAsync();
    });

    [Fact]
    public Task A_killed_Api() => SurvivesAsync(async () =>
    {
        await Stack.Api.KillAsync();
        await Stack.Api.StartAsync();
    });

    [Fact]
    public async Task A_campaign_is_started_while_the_broker_is_away_and_an_Api_starts_without_it()
    {
        using var api = await Stack.SignInAsync();
        await Stack.Servers.KillRabbitMqAsync();
        await Stack.Api.KillAsync();
        await Stack.Api.StartAsync(healthy: false);
        await Eventually.IsAsync(AnswersAsync, () => "The Api does not start without the broker.", seconds: 60);

        var audience = await OwnAudience.ImportAsync(Stack, 10);
        var campaign = await api.StartCampaignAsync(audience.Filter);
        Assert.Equal(CampaignStatus.Queued, campaign.Status);
        var status = await api.GetAsync<QueueStatusResponse>("/queue/status");
        Assert.False(status.Broker.Up);

        await Stack.Servers.StartRabbitMqAsync();
        await api.WaitForEndAsync(campaign.Id, TimeSpan.FromSeconds(90));
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var api = await Stack.SignInAsync();
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private async Task SurvivesAsync(Func<Task> crash)
    {
        using var api = await Stack.SignInAsync();
        var audience = await OwnAudience.ImportAsync(Stack, 1_900);
        var campaign = await api.StartCampaignAsync(audience.Filter);
        await api.WaitForCampaignAsync(campaign.Id, shown => shown.Progress.Handed > 100);

        await crash();

        var ended = await api.WaitForEndAsync(campaign.Id, TimeSpan.FromSeconds(120));
        var received = audience.Received;
        Assert.Equal(ended.Progress.Total, ended.Progress.Finished);
        Assert.Equal(0, ended.Progress.Failed + ended.Progress.Unknown + ended.Progress.Expired);
        Assert.Equal(received.Count, received.DistinctBy(receipt => receipt.To).Count());
        Assert.Equal(ended.Progress.Total - ended.Progress.Skipped, received.Count);
        Assert.All(ReceivedSummary.Of(received).BusiestSecond, sender => Assert.InRange(sender.Value, 0, 500));
    }
}
