using System.Diagnostics;
using LabsToGo.CampaignWorker.Leading;
using LabsToGo.Contracts.Messages;
using LabsToGo.Data.Dispatching;
using LabsToGo.ServiceDefaults;
using MassTransit;
using Npgsql;

namespace LabsToGo.CampaignWorker.Dispatching;

/// <summary>
/// Hands out due rows as batches, only a few seconds ahead of each sender's rate and in equal shares among its campaigns,
/// so that a campaign of a million does not make one of ten wait.
/// </summary>
internal sealed class Dispatcher(
    NpgsqlDataSource dataSource, IBus bus, Leadership leadership, TimeProvider time, ILogger<Dispatcher> logger)
    : LeaderLoop(leadership, TimeSpan.FromMilliseconds(200), time, logger)
{
    /// <summary>How far ahead of the rate rows may lie in the queue.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(3);

    /// <summary>A lane may have this many rows out, however fast its sender is: enough for the workers' connections, and soon stopped.</summary>
    private const int MaxOutstanding = 4000;

    private const int BatchSize = 200;

    private static readonly ActivitySource Activities = new(Telemetry.Source + ".Dispatching");

    private readonly LanePositions _positions = new(time);

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var lanes = await dataSource.ActiveLanesAsync(cancellationToken);
        _positions.Keep(lanes);
        foreach (var sender in lanes.GroupBy(lane => lane.SenderId))
            await DispatchSenderAsync([.. sender], cancellationToken);
    }

    private async Task DispatchSenderAsync(List<SendingLane> lanes, CancellationToken cancellationToken)
    {
        var window = (int)Math.Clamp(lanes[0].SegmentsPerSecond * Ahead.TotalSeconds, 1, MaxOutstanding);
        var share = Math.Max(1, window / lanes.Count);
        foreach (var lane in lanes)
        {
            var position = _positions[lane];
            var outstanding = await dataSource.CountOutstandingAsync(lane, position, share, cancellationToken);
            // Refilled by halves, so that slow lanes don't become one-row batches.
            if (outstanding > share / 2)
            {
                _positions.Stalled(lane);
                continue;
            }
            var due = await dataSource.NextDueAsync(lane, position, share - outstanding, cancellationToken);
            if (due.Count == 0)
            {
                if (outstanding > 0)
                    _positions.Stalled(lane);
                continue;
            }
            await HandOutAsync(lane, due, cancellationToken);
            _positions.Advance(lane, new LanePosition(due[^1].DueAt, due[^1].Id));
        }
    }

    private async Task HandOutAsync(SendingLane lane, List<DueMessage> due, CancellationToken cancellationToken)
    {
        // The batch belongs to the trace of the click that started the campaign.
        ActivityContext.TryParse(lane.TraceParent, null, isRemote: true, out var start);
        using var activity = Activities.StartActivity("dispatch", ActivityKind.Internal, start);
        activity?.SetTag("campaign.id", lane.CampaignId).SetTag("messages", due.Count);
        foreach (var batch in due.Chunk(BatchSize))
        {
            await bus.Publish(
                new SendBatch(lane.OrganizationId, lane.CampaignId, lane.SenderId, lane.SegmentsPerSecond, [.. batch.Select(message => message.Id)]),
                cancellationToken);
        }
    }
}
