using System.Diagnostics;
using LabsToGo.CampaignWorker.Leading;
using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Dispatching;
using LabsToGo.Data.Leading;
using LabsToGo.Domain.Senders;
using LabsToGo.ServiceDefaults;
using MassTransit;
using Npgsql;

namespace LabsToGo.CampaignWorker.Dispatching;

/// <summary>
/// Hands out due batches, only a few seconds ahead of each sender's rate and in equal shares among its campaigns,
/// so that a campaign of a million does not make one of ten wait.
/// </summary>
internal sealed class Dispatcher(
    NpgsqlDataSource dataSource, IBus bus, Leadership leadership, TimeProvider time, ILogger<Dispatcher> logger)
    : LeaderLoop(leadership, TimeSpan.FromMilliseconds(100), time, logger)
{
    /// <summary>How far ahead of the rate rows may lie in the queue.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(3);

    /// <summary>A batch that no worker has claimed for so long was lost on its way.</summary>
    private static readonly TimeSpan LostAfter = Ahead * 4;

    /// <summary>A sender may have this many segments out, however fast it is: enough for the workers' connections, and soon stopped.</summary>
    private const int MaxOut = 6000;

    private static readonly ActivitySource Activities = new(Telemetry.Source + ".Dispatching");

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await dataSource.PutBackLostAsync(LostAfter, cancellationToken);
        var lanes = await dataSource.ActiveLanesAsync(cancellationToken);
        if (lanes.Count == 0)
            return;
        var outBySender = await dataSource.CountOutAsync(cancellationToken);
        foreach (var sender in lanes.GroupBy(lane => lane.SenderId))
            await DispatchSenderAsync([.. sender], outBySender.GetValueOrDefault(sender.Key), cancellationToken);
    }

    private async Task DispatchSenderAsync(List<SendingLane> lanes, long alreadyOut, CancellationToken cancellationToken)
    {
        var rate = lanes[0].SegmentsPerSecond;
        var free = Math.Clamp(rate * Ahead.TotalSeconds, 1, MaxOut) - alreadyOut;
        if (free <= 0)
            return;
        var batch = Math.Min(SendingSlots.Segments(rate), SendingSlots.MaxMessages);
        var share = Math.Max(1, (int)(free / lanes.Count / batch));
        foreach (var lane in lanes)
        {
            var handed = await dataSource.HandOutAsync(lane, share, cancellationToken);
            await PublishAsync(lane, handed, cancellationToken);
        }
    }

    private async Task PublishAsync(SendingLane lane, List<HandedBatch> handed, CancellationToken cancellationToken)
    {
        // The batch belongs to the trace of the click that started the campaign.
        ActivityContext.TryParse(lane.TraceParent, null, isRemote: true, out var start);
        using var activity = Activities.StartActivity("dispatch", ActivityKind.Internal, start);
        activity?.SetTag("campaign.id", lane.CampaignId).SetTag("batches", handed.Count);
        await Task.WhenAll(handed.Select(batch => bus.Publish(
            new SendBatch(lane.OrganizationId, lane.CampaignId, lane.SenderId, lane.SegmentsPerSecond, batch.Id, batch.Segments), cancellationToken)));
    }
}
