using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using LabsToGo.Contracts.Http;

namespace LabsToGo.Web.Clients;

/// <summary>The Api's server-sent events, each stream until it ends or breaks; whoever listens opens it anew.</summary>
internal sealed class LiveClient(ApiConnection api)
{
    public Task<DashboardResponse> DashboardNowAsync(CancellationToken cancellationToken) =>
        api.GetAsync<DashboardResponse>("/api/dashboard", cancellationToken);

    public IAsyncEnumerable<DashboardResponse> DashboardAsync(CancellationToken cancellationToken) =>
        EventsAsync<DashboardResponse>("/api/live", "dashboard", cancellationToken);

    public IAsyncEnumerable<CampaignProgress> CampaignAsync(Guid id, CancellationToken cancellationToken) =>
        EventsAsync<CampaignProgress>($"/api/campaigns/{id}/live", "progress", cancellationToken);

    public IAsyncEnumerable<ConversationResponse> ConversationAsync(Guid patientId, CancellationToken cancellationToken) =>
        EventsAsync<ConversationResponse>($"/api/patients/{patientId}/messages/live", "conversation", cancellationToken);

    private async IAsyncEnumerable<T> EventsAsync<T>(string path, string type, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await api.StreamAsync(
            () => new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept", "text/event-stream" } } },
            cancellationToken);
        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);

        var events = SseParser.Create(stream, (kind, data) => kind == type ? JsonSerializer.Deserialize<T>(data, ContractJson.Options) : default);
        await foreach (var item in events.EnumerateAsync(cancellationToken))
        {
            if (item.Data is { } value)
                yield return value;
        }
    }
}
