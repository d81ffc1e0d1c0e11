using System.Collections.Concurrent;
using System.Diagnostics;
using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Live;
using LabsToGo.ServiceDefaults;
using LabsToGo.SmsWorker.RateLimiting;
using LabsToGo.SmsWorker.Reconciling;
using LabsToGo.Twilio.Messages;
using Npgsql;

namespace LabsToGo.SmsWorker.Sending;

/// <summary>
/// Sends one batch: first a slot of its sender's rate, free connections and the circuit's permission, then the claim, then the POSTs at once, which wait for
/// nothing. So a stop, a pause or an opt-out can only ever miss what is just leaving, however slowly Twilio answers. What exceeds the slot, the connections or
/// the permission was split off by the claim and takes the next ones.
/// </summary>
internal sealed partial class BatchSender(
    NpgsqlDataSource dataSource,
    FirstReplySweep replies,
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
    ClaimTimes times,
    TimeProvider time,
    ILogger<BatchSender> logger)
{
    private static readonly ActivitySource Activities = new(Telemetry.Source + ".Sending");

    /// <summary>Batches that wait here for their turn.</summary>
    private readonly ConcurrentDictionary<Guid, byte> _waiting = new();

    /// <exception cref="OperationCanceledException">Stopped before all was sent; what had been claimed is finished.</exception>
    public async Task SendAsync(SendBatch batch, bool urgent, CancellationToken stopping)
    {
        // While its sender stands still it is handed out anew: it needs no second place in the line.
        if (!_waiting.TryAdd(batch.BatchId, default))
            return;
        var posts = new List<Task>();
        var next = new ClaimRest(batch.BatchId, batch.Segments, Least: 1);
        try
        {
            await replies.WaitAsync(stopping);
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
        var circuit = circuits.Of(batch.SenderId);
        ConnectionGate.Pass? connections = null;
        SendingSlot? slot = null;
        SenderCircuit.Passage? passage = null;
        try
        {
            // Connections only when it is its sender's next: one that stands still holds back a single batch's.
            using (await limiter.TurnAsync(batch.SenderId, urgent, stopping))
            {
                _waiting.TryRemove(part.BatchId, out _);
                await circuit.ReadyAsync(stopping);
                connections = await gate.EnterAsync(part.Segments, urgent, stopping);
                var rate = new SenderRate(batch.SenderId, batch.SegmentsPerSecond, throttle.Factor);
                slot = await limiter.ReserveAsync(rate, part.Segments, part.Least, urgent, stopping);
            }
            await limiter.OpenAsync(slot);
            passage = circuit.TryEnter();
            if (passage is null)
                return part;

            var holds = times.Begin();
            // Not cancellable: a claim that commits while its answer is thrown away would wait for its lease to run out.
            Claim? claim;
            using (Activities.StartActivity("claim batch"))
            {
                claim = await dataSource.ClaimBatchAsync(
                    part.BatchId, slot.Segments, Math.Min(connections.Connections, passage.Most), times.Lease, CancellationToken.None);
            }
            if (claim is { Messages.Count: > 0 })
            {
                posts.Add(PostAndRecordAsync(batch, claim, slot, connections, passage, holds));
                (slot, connections, passage) = (null, null, null);
                return claim.Rest;
            }
            if (claim is null)
                await dataSource.PutBackAsync(part.BatchId, CancellationToken.None);
            return claim?.Rest;
        }
        catch (PostgresException exception) when (exception.IsOfItsRows())
        {
            Log.NotJudged(logger, part.BatchId, exception.SqlState);
            await dataSource.JudgeAsync(part.BatchId, exception);
            return null;
        }
        finally
        {
            // None was handed on.
            passage?.Dispose();
            if (slot is not null)
                limiter.Settle(slot, 0);
            connections?.Dispose();
        }
    }

    private async Task PostAndRecordAsync(
        SendBatch batch, Claim claim, SendingSlot slot, ConnectionGate.Pass connections, SenderCircuit.Passage passage, Func<bool> holds)
    {
        var pausing = new ConcurrentBag<Task>();
        CreateResult?[] results;
        using (connections)
        using (passage)
        {
            connections.Keep(claim.Messages.Count);
            results = await Task.WhenAll(claim.Messages.Select(async message =>
            {
                var result = await PostAsync(batch.OrganizationId, message, connections, MayLeave);
                // At once, and not when the slowest of the batch is answered.
                if (result is not null && passage.Learn(message.Id, result) is { } refusal)
                    pausing.Add(refused.PauseAsync(batch.SenderId, refusal));
                return result;
            }));
        }
        limiter.Settle(slot, claim.Messages.Zip(results).Sum(pair => pair.Second is null ? 0 : pair.First.Segments));
        using (Activities.StartActivity("record outcomes"))
            await writer.WriteAsync(Outcomes.Of(claim, results, passage.SuspectsSender, Random.Shared));
        await Task.WhenAll(pausing);
        changes.Changed(batch.OrganizationId, batch.CampaignId);

        bool MayLeave() => holds() && passage.Holds;
    }

    /// <returns>Null for what could not leave in time: this process stood still in between, or an answer came after which nothing is to leave.</returns>
    private async Task<CreateResult?> PostAsync(Guid organizationId, ClaimedMessage message, ConnectionGate.Pass connections, Func<bool> mayLeave)
    {
        if (!mayLeave())
            return null;
        using var attempt = Activities.StartActivity("hand to Twilio");
        attempt?.SetTag("message.id", message.Id);
        var started = time.GetTimestamp();
        using var _ = metrics.Begin();
        var result = await twilio.CreateAsync(
            new CreateMessage(message.To.Reveal(), message.From, message.Body.Reveal(), callbacks.For(organizationId, message.Id, attempt)), mayLeave);
        var took = time.GetElapsedTime(started);
        quickest.Add(took);
        metrics.Ended(result, took);
        connections.EndOne();
        if (result is CreateResult.RetryLater { Code: not null })
            throttle.Refused();
        return result;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Batch {BatchId} could not be judged ({SqlState}): its rows are judged one by one")]
        public static partial void NotJudged(ILogger logger, Guid batchId, string sqlState);
    }
}
