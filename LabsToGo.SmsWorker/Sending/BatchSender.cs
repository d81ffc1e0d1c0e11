using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Sending;
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
    TimeProvider time)
{
    /// <summary>What was checked longer ago may have changed: such a claim is given back instead of sent.</summary>
    private static readonly TimeSpan ClaimHolds = TimeSpan.FromSeconds(1);

    /// <summary>Longer than any POST can take, so a claim is only ever lost with its worker, and no POST under it can still be on its way afterwards.</summary>
    private readonly TimeSpan _lease = ClaimHolds + TimeSpan.FromSeconds(twilioOptions.Value.TimeoutSeconds + 10);

    /// <exception cref="OperationCanceledException">Stopped before all was sent; what had been claimed is finished.</exception>
    public async Task SendAsync(SendBatch batch, CancellationToken stopping)
    {
        var posts = new List<Task>();
        var next = new ClaimRest(batch.BatchId, batch.Segments);
        try
        {
            while (next is not null)
                next = await SendSlotAsync(batch, next, posts, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            await dataSource.PutBackAsync(next!.BatchId, CancellationToken.None);
        }
        finally
        {
            await Task.WhenAll(posts);
        }
    }

    /// <returns>What is left for the next slot.</returns>
    private async Task<ClaimRest?> SendSlotAsync(SendBatch batch, ClaimRest part, List<Task> posts, CancellationToken stopping)
    {
        var connections = await gate.EnterAsync(part.Segments, stopping);
        var handedOn = false;
        try
        {
            var slot = await limiter.ReserveAsync(batch.SenderId, batch.SegmentsPerSecond * throttle.Factor, part.Segments, stopping);
            var patience = time.GetTimestamp() + (long)(ClaimHolds.TotalSeconds * time.TimestampFrequency);
            // Not cancellable: a claim that commits while its answer is thrown away would wait for its lease to run out.
            var claim = await dataSource.ClaimBatchAsync(part.BatchId, slot.Permits, _lease, CancellationToken.None);
            if (claim is { Messages.Count: > 0 })
            {
                posts.Add(PostAndRecordAsync(batch, claim, slot, patience, connections));
                handedOn = true;
                return claim.Rest;
            }
            await limiter.SettleAsync(slot, 0);
            if (claim is null)
                await dataSource.PutBackAsync(part.BatchId, CancellationToken.None);
            return claim?.Rest;
        }
        finally
        {
            if (!handedOn)
                connections.Dispose();
        }
    }

    private async Task PostAndRecordAsync(SendBatch batch, Claim claim, SendingSlot slot, long patience, IDisposable connections)
    {
        CreateResult?[] results;
        using (connections)
        using (var passage = await circuits.Of(batch.SenderId).EnterAsync(ClaimHolds / 2))
        {
            if (passage is not null && !await limiter.EnterAsync(slot, claim.Messages.Sum(message => message.Segments), patience, CancellationToken.None))
            {
                await dataSource.ReleaseClaimAsync(claim, CancellationToken.None);
                return;
            }
            results = passage is null
                ? new CreateResult?[claim.Messages.Count]
                : await passage.PostAsync(claim.Messages, message => PostAsync(batch.OrganizationId, message));
        }
        await writer.WriteAsync(Outcomes.Of(claim, results, Random.Shared));
        await refused.LookAsync(batch.SenderId, results);
        changes.Changed(batch.OrganizationId, batch.CampaignId);
    }

    private async Task<CreateResult> PostAsync(Guid organizationId, ClaimedMessage message)
    {
        var started = time.GetTimestamp();
        using var _ = metrics.Begin();
        var result = await twilio.CreateAsync(new CreateMessage(message.To, message.From, message.Body, callbacks.For(organizationId, message.Id)));
        metrics.Ended(result, time.GetElapsedTime(started));
        if (result is CreateResult.RetryLater { Code: not null })
            throttle.Refused();
        return result;
    }
}
