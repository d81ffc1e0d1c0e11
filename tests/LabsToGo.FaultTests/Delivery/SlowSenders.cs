using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>All senders of the demo at another rate, until it is disposed.</summary>
internal sealed class SlowSenders(ApiClient api, IReadOnlyList<SenderResponse> before) : IAsyncDisposable
{
    public static async Task<SlowSenders> SetAsync(ApiClient api, double segmentsPerSecond)
    {
        var senders = await api.GetAsync<List<SenderResponse>>("/api/senders");
        foreach (var sender in senders)
            await ChangeAsync(api, sender, segmentsPerSecond);
        return new SlowSenders(api, senders);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var sender in before)
            await ChangeAsync(api, sender, sender.SegmentsPerSecond);
    }

    private static Task<SenderResponse> ChangeAsync(ApiClient api, SenderResponse sender, double rate) =>
        api.PutAsync<SenderResponse>($"/api/senders/{sender.Id}", new SenderRequest(sender.Phone, sender.Label, rate));
}
