using System.Collections.Concurrent;
using System.Diagnostics;
using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Live;
using LabsToGo.ServiceDefaults;
using LabsToGo.SmsWorker.RateLimiting;
using LabsToGo.Twilio;
using LabsToGo.Twilio.Messages;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// Sends one batch: a slot first, then the claim, then the POSTs at once. In this order a stop, a pause or an opt-out can only ever miss what is just leaving.
/// What exceeds the slot was split off by the claim and takes the next one.
/// </summary>
internal sealed class BatchSender(
    NpgsqlDataSource dataSource,
    SenderRateLimiter limiter,
    QuickestAnswer quickest,
    ConnectionGate gate,
    TwilioMessagesClient twilio,
    StatusCallbackUrls callbacks,
    OutcomeWriter writer,
    RefusedSenders refused,
    SenderCircuits circuits,
    Throttle throttle,
    SendingMetrics metrics,
    CampaignChanges changes,
    IOptions<TwilioOptions> twilioOptions,
    IOptions<SendingOptions> options,
    TimeProvider time)
{
    private static readonly ActivitySource Activities = new(Telemetry.Source + ".Sending");

    /// <summary>What was checked longer ago may have changed: such a claim is given back instead of sent.</summary>
    private static readonly TimeSpan ClaimHolds = TimeSpan.FromSeconds(1);

    /// <summary>Longer than any POST can take, so a claim is only ever lost with its worker, and no POST under it can still be on its way afterwards.</summary>
    private readonly TimeSpan _lease = ClaimHolds + TimeSpan.FromSeconds(twilioOptions.Value.TimeoutSeconds + options.Value.LeaseSlackSeconds);

    /// <summary>Batches that wait here for their turn.</summary>
    private readonly ConcurrentDictionary<Guid, byte> _waiting = new();

    /// <exception cref="OperationCanceledException">Stopped before all was sent; what had been claimed is finished.</exception>
    public async Task SendAsync(SendBatch batch, bool urgent, CancellationToken stopping)
    {
        // While its sender stands still it is handed out anew: it needs no second place in the line.
        if (!_waiting.TryAdd(batch.BatchId, default))
            return;
        var posts = new List<Task>();
        var next = new ClaimRest(batch.BatchId, batch.Segments);
        try
        {
            while (next is not null)
                next = await SendSlotAsync(batch, next, urgent, posts, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await dataSource.PutBackAsync(next!.BatchId, CancellationToken.None);
        }
        finally
        {
            _waiting.TryRemove(batch.BatchId, out _);
            await Task.WhenAll(posts);
        }
    }

    /// <returns>What is left for the next slot.</returns>
    private async Task<ClaimRest?> SendSlotAsync(SendBatch batch, ClaimRest part, bool urgent, List<Task> posts, CancellationToken stopping)
    {
        ConnectionGate.Pass? connections = null;
        SendingSlot? slot = null;
        try
        {
            // Connections only when it is its sender's next: one that stands still holds back a single batch's.
            using (await limiter.TurnAsync(batch.SenderId, urgent, stopping))
            {
                _waiting.TryRemove(part.BatchId, out _);
                connections = await gate.EnterAsync(part.Segments, urgent, stopping);
                slot = await limiter.ReserveAsync(new SenderRate(batch.SenderId, batch.SegmentsPerSecond, throttle.Factor), part.Segments, urgent, stopping);
            }
            var patience = time.GetTimestamp() + (long)(ClaimHolds.TotalSeconds * time.TimestampFrequency);
            // Not cancellable: a claim that commits while its answer is thrown away would wait for its lease to run out.
            Claim? claim;
            using (Activities.StartActivity("claim batch"))
                claim = await dataSource.ClaimBatchAsync(part.BatchId, slot.Segments, _lease, CancellationToken.None);
            if (claim is { Messages.Count: > 0 })
            {
                connections.Keep(claim.Messages.Count);
                posts.Add(PostAndRecordAsync(batch, claim, slot, patience, connections));
                (slot, connections) = (null, null);
                return claim.Rest;
            }
            if (claim is null)
                await dataSource.PutBackAsync(part.BatchId, CancellationToken.None);
            return claim?.Rest;
        }
        finally
        {
            // Neither was handed on.
            if (slot is not null)
                limiter.Settle(slot, 0);
            connections?.Dispose();
        }
    }

    private async Task PostAndRecordAsync(SendBatch batch, Claim claim, SendingSlot slot, long patience, ConnectionGate.Pass connections)
    {
        CreateResult?[]? results;
        using (connections)
            results = await PostAsync(batch, claim, slot, patience, connections);
        if (results is null)
        {
            await dataSource.ReleaseClaimAsync(claim, CancellationToken.None);
            return;
        }
        using (Activities.StartActivity("record outcomes"))
            await writer.WriteAsync(Outcomes.Of(claim, results, Random.Shared));
        await refused.LookAsync(batch.SenderId, results);
        changes.Changed(batch.OrganizationId, batch.CampaignId);
    }

    /// <returns>In the order of the claim's messages; null for what was not posted, and null when it became too late for all.</returns>
    private async Task<CreateResult?[]?> PostAsync(SendBatch batch, Claim claim, SendingSlot slot, long patience, ConnectionGate.Pass connections)
    {
        using var passage = await circuits.Of(batch.SenderId).EnterAsync(ClaimHolds / 2);
        if (passage is null)
        {
            limiter.Settle(slot, 0);
            return new CreateResult?[claim.Messages.Count];
        }
        if (await limiter.OpenAsync(slot, claim.Messages.Sum(message => message.Segments), patience) is not { } open)
            return null;
        var results = await passage.PostAsync(claim.Messages, message => PostAsync(batch.OrganizationId, message, connections));
        limiter.Settle(open, claim.Messages.Zip(results).Sum(pair => pair.Second is null ? 0 : pair.First.Segments));
        return results;
    }

    private async Task<CreateResult> PostAsync(Guid organizationId, ClaimedMessage message, ConnectionGate.Pass connections)
    {
        using var attempt = Activities.StartActivity("hand to Twilio");
        attempt?.SetTag("message.id", message.Id);
        var started = time.GetTimestamp();
        using var _ = metrics.Begin();
        var result = await twilio.CreateAsync(
            new CreateMessage(message.To.Reveal(), message.From, message.Body.Reveal(), callbacks.For(organizationId, message.Id, attempt)));
        var took = time.GetElapsedTime(started);
        quickest.Add(took);
        metrics.Ended(result, took);
        connections.EndOne();
        if (result is CreateResult.RetryLater { Code: not null })
            throttle.Refused();
        return result;
    }
}
