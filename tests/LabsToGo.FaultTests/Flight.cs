using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Received;

namespace LabsToGo.FaultTests;

/// <summary>One campaign under way, and what arrived at the sandbox since its start.</summary>
public sealed class Flight : IAsyncDisposable
{
    /// <summary>The rate of each of the two senders, in segments per second.</summary>
    public const int Rate = 150;

    private readonly Stack _stack;
    private readonly int _before;

    private Flight(Stack stack, ApiClient api, Guid id, int before) => (_stack, Api, Id, _before) = (stack, api, id, before);

    public ApiClient Api { get; }

    public Guid Id { get; }

    /// <summary>Creates that arrived since the start, refused ones included, in their order.</summary>
    public IReadOnlyList<Receipt> Received => [.. _stack.Received.All().Skip(_before)];

    public static async Task<Flight> StartAsync(Stack stack, AudienceFilter audience)
    {
        var api = await stack.SignInAsync();
        var before = stack.Received.All().Count;
        var campaign = await api.StartCampaignAsync(audience);
        return new Flight(stack, api, campaign.Id, before);
    }

    public async Task<CampaignProgress> ProgressAsync() => (await Api.GetAsync<CampaignResponse>($"/api/campaigns/{Id}")).Progress;

    public async Task<CampaignProgress> WaitAsync(Func<CampaignProgress, bool> until, int seconds = 60) =>
        (await Api.WaitForCampaignAsync(Id, campaign => until(campaign.Progress), TimeSpan.FromSeconds(seconds))).Progress;

    public async Task ArrivedAsync(int count)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(60); Received.Count < count; await Task.Delay(10))
        {
            if (DateTime.UtcNow > deadline)
                throw new TimeoutException($"Only {Received.Count} of {count} arrived; the campaign stands at {await ProgressAsync()}");
        }
    }

    /// <summary>G1, G2 and G5: it ends, everybody got it, nobody twice, and no second held more than a sender's rate.</summary>
    public async Task EndsWithEveryoneTextedOnceAsync(int seconds = 150)
    {
        var ended = (await Api.WaitForEndAsync(Id, TimeSpan.FromSeconds(seconds))).Progress;
        Assert.Equal(ended.Total, ended.Delivered + ended.Skipped);
        NobodyIsTextedTwice();
        Assert.Equal(ended.Delivered, Received.Count(receipt => receipt.Accepted));
        NoSecondExceedsTheRate();
    }

    public void NobodyIsTextedTwice() =>
        Assert.All(Received.Where(receipt => receipt.Accepted).CountBy(receipt => receipt.To), recipient => Assert.Equal(1, recipient.Value));

    public void NoSecondExceedsTheRate() => Assert.All(ReceivedSummary.Of(Received).BusiestSecond, sender => Assert.InRange(sender.Value, 0, Rate));

    /// <summary>A campaign that a failed test left behind is ended.</summary>
    public async ValueTask DisposeAsync()
    {
        using var answer = await Api.SendAsync(HttpMethod.Post, $"/api/campaigns/{Id}/cancel");
        Api.Dispose();
    }
}
