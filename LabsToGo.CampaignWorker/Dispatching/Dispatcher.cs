using System.Diagnostics;
using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Leading;
using LabsToGo.Data.Looping;
using LabsToGo.Domain.Senders;
using LabsToGo.ServiceDefaults;
using MassTransit;
using Microsoft.Extensions.Options;
using Npgsql;

namespace LabsToGo.CampaignWorker.Dispatching;

/// <summary>
/// Hands out due batches, only a few seconds ahead of each sender's rate: replies and tests first, the rest in equal shares among the campaigns,
/// so that one of a million does not make one of ten wait.
/// </summary>
internal sealed class Dispatcher(
    NpgsqlDataSource dataSource, IBus bus, Leadership leadership, IOptions<DispatchingOptions> options, LoopHealth health, TimeProvider time,
    ILogger<Dispatcher> logger)
    : LeaderLoop(leadership, TimeSpan.FromMilliseconds(100), health, time, logger)
{
    /// <summary>How far ahead of the rate rows may lie in the queue.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(3);

    /// <summary>What is urgent may be so much further ahead, so that it need not wait for what is out already.</summary>
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1);

    /// <summary>A sender may have this many segments out, however fast it is: enough for the workers' connections, and soon stopped.</summary>
    private const int MaxOut = 6000;

    private static readonly ActivitySource Activities = new(Telemetry.Source + ".Dispatching");

    private readonly Cadence _puttingBack = new(TimeSpan.FromSeconds(1), time);

    /// <summary>When each lane was last served, by the count of <see cref="_turns"/>: who had to stand back comes first the next time.</summary>
    private readonly Dictionary<(Guid CampaignId, Guid SenderId), long> _served = [];

    private long _turns;

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await _puttingBack.WhenDueAsync(
            () => dataSource.PutBackLostAsync(TimeSpan.FromSeconds(options.Value.LostAfterSeconds), cancellationToken));
        var lanes = await dataSource.ActiveLanesAsync(cancellationToken);
        if (lanes.Count == 0)
            return;
        var outBySender = await dataSource.CountOutAsync(cancellationToken);
        foreach (var sender in lanes.GroupBy(lane => (lane.Urgent, lane.SenderId)).OrderByDescending(group => group.Key.Urgent))
        {
            var alreadyOut = outBySender.GetValueOrDefault(sender.Key.SenderId);
            outBySender[sender.Key.SenderId] = alreadyOut + await DispatchSenderAsync([.. sender], alreadyOut, cancellationToken);
        }
    }

    /// <returns>Segments that were handed out.</returns>
    private async Task<long> DispatchSenderAsync(List<SendingLane> lanes, long alreadyOut, CancellationToken cancellationToken)
    {
        var rate = lanes[0].SegmentsPerSecond;
        var free = Math.Clamp(rate * Ahead.TotalSeconds, 1, MaxOut) + (lanes[0].Urgent ? Math.Max(1, rate * Reserve.TotalSeconds) : 0) - alreadyOut;
        var batch = Math.Min(SendingSlots.Segments(rate), SendingSlots.MaxMessages);
        var (segments, left) = (0L, lanes.Count);
        foreach (var lane in lanes.OrderBy(lane => _served.GetValueOrDefault((lane.CampaignId, lane.SenderId))).TakeWhile(_ => segments < free))
        {
            var handed = await dataSource.HandOutAsync(lane, Math.Max(1, (int)((free - segments) / left-- / batch)), cancellationToken);
            segments += handed.Sum(given => given.Segments);
            Served(lane);
            await PublishAsync(lane, handed, cancellationToken);
        }
        return segments;
    }

    private void Served(SendingLane lane)
    {
        // Lanes that are gone are forgotten with all others now and then: the order begins anew.
        if (_served.Count > 10_000)
            _served.Clear();
        _served[(lane.CampaignId, lane.SenderId)] = ++_turns;
    }

    private async Task PublishAsync(SendingLane lane, List<HandedBatch> handed, CancellationToken cancellationToken)
    {
        ActivityContext.TryParse(lane.TraceParent, null, isRemote: true, out var start);
        await Task.WhenAll(handed.Select(batch => PublishAsync(lane, batch, start, cancellationToken)));
    }

    /// <summary>
    /// Each batch has a trace of its own, with a link to the click that started the campaign: together they would make one too long for anybody to read.
    /// </summary>
    private async Task PublishAsync(SendingLane lane, HandedBatch handed, ActivityContext start, CancellationToken cancellationToken)
    {
        using var activity = Activities.StartActivity(
            Telemetry.HandOut, ActivityKind.Producer, parentContext: default, tags: null, start == default ? null : [new ActivityLink(start)]);
        activity?.SetTag("campaign.id", lane.CampaignId).SetTag("batch.id", handed.Id).SetTag("batch.segments", handed.Segments);
        var batch = new SendBatch(lane.OrganizationId, lane.CampaignId, lane.SenderId, lane.SegmentsPerSecond, handed.Id, handed.Segments);
        await (lane.Urgent ? bus.PublishInTimeAsync(new SendUrgentBatch(batch), cancellationToken) : bus.PublishInTimeAsync(batch, cancellationToken));
    }
}
