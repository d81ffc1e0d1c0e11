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
/// Sends one batch in chunks: a slot first, then the claim, then the POSTs at once. In this order a stop, a pause or an opt-out can only ever miss the chunk
/// that is just leaving.
/// </summary>
internal sealed class BatchSender(
    NpgsqlDataSource dataSource,
    SenderRateLimiter limiter,
    ConnectionGate gate,
    TwilioMessagesClient twilio,
    StatusCallbackUrls callbacks,
    OutcomeWriter writer,
    SendingMetrics metrics,
    CampaignChanges changes,
    IOptions<TwilioOptions> twilioOptions,
    TimeProvider time)
{
    /// <summary>Rows that leave together: enough that a statement is shared by many, few enough that all are with Twilio within a moment.</summary>
    private const int MaxChunk = 100;

    /// <summary>What was checked longer ago may have changed: such a claim is given back instead of sent.</summary>
    private static readonly TimeSpan ClaimHolds = TimeSpan.FromSeconds(1);

    /// <summary>Longer than any POST can take, so a claim is only ever lost with its worker, and no POST under it can still be on its way afterwards.</summary>
    private readonly TimeSpan _lease = ClaimHolds + TimeSpan.FromSeconds(twilioOptions.Value.TimeoutSeconds + 10);

    public async Task SendAsync(SendBatch batch, CancellationToken cancellationToken)
    {
        var remaining = new Queue<Guid>(batch.MessageIds);
        var chunks = new List<Task>();
        try
        {
            while (remaining.Count > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var connections = await gate.EnterAsync(Math.Min(remaining.Count, MaxChunk), cancellationToken);
                var handedOn = false;
                try
                {
                    var slot = await limiter.ReserveAsync(batch.SenderId, batch.SegmentsPerSecond, Math.Min(remaining.Count, MaxChunk), cancellationToken);
                    var patience = time.GetTimestamp() + (long)(ClaimHolds.TotalSeconds * time.TimestampFrequency);
                    var claim = await ClaimAsync(batch, remaining, slot.Permits);
                    foreach (var id in claim.Left)
                        remaining.Enqueue(id);
                    if (claim.Messages.Count > 0)
                    {
                        chunks.Add(PostAndRecordAsync(batch, claim, slot, patience, connections));
                        handedOn = true;
                    }
                    else
                    {
                        await limiter.SettleAsync(slot, 0);
                    }
                }
                finally
                {
                    if (!handedOn)
                        connections.Dispose();
                }
            }
        }
        finally
        {
            // What has been claimed is finished, whatever ended the loop.
            await Task.WhenAll(chunks);
        }
    }

    private Task<Claim> ClaimAsync(SendBatch batch, Queue<Guid> remaining, int permits)
    {
        var ids = new Guid[Math.Min(permits, remaining.Count)];
        for (var i = 0; i < ids.Length; i++)
            ids[i] = remaining.Dequeue();
        // Not cancellable: a claim that commits while its answer is thrown away would wait for its lease to run out.
        return dataSource.ClaimMessagesAsync(batch.CampaignId, batch.SenderId, ids, permits, _lease, CancellationToken.None);
    }

    private async Task PostAndRecordAsync(SendBatch batch, Claim claim, SendingSlot slot, long patience, IDisposable connections)
    {
        CreateResult[] results;
        using (connections)
        {
            if (!await limiter.EnterAsync(slot, claim.Messages.Sum(message => message.Segments), patience, CancellationToken.None))
            {
                await dataSource.ReleaseClaimAsync(claim.AttemptId, CancellationToken.None);
                return;
            }
            results = await Task.WhenAll(claim.Messages.Select(message => PostAsync(batch.OrganizationId, message)));
        }
        await writer.WriteAsync(batch, claim, results);
        changes.Changed(batch.OrganizationId, batch.CampaignId);
    }

    private async Task<CreateResult> PostAsync(Guid organizationId, ClaimedMessage message)
    {
        var started = time.GetTimestamp();
        using var _ = metrics.Begin();
        var result = await twilio.CreateAsync(new CreateMessage(message.To, message.From, message.Body, callbacks.For(organizationId, message.Id)));
        metrics.Ended(result, time.GetElapsedTime(started));
        return result;
    }
}
