using System.Diagnostics;
using LabsToGo.Contracts.Http;
using LabsToGo.Data;
using Microsoft.EntityFrameworkCore;
using StackExchange.Redis;

namespace LabsToGo.Api.Queue;

/// <summary>What the person on call needs; a server that is away is a line of the answer, not the end of it.</summary>
internal sealed class QueueReader(LabsToGoDbContext db, IConnectionMultiplexer redis, BrokerQueues broker, TimeProvider time)
{
    /// <summary>Three signs of life missed.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(16);

    /// <summary>Whoever is silent for this long while another does the same work was replaced; nobody need look at it.</summary>
    private static readonly TimeSpan Replaced = TimeSpan.FromMinutes(2);

    public async Task<QueueStatusResponse> ReadAsync(CancellationToken cancellationToken)
    {
        var (brokerState, queues) = await broker.ReadAsync(cancellationToken);
        var redisState = await RedisAsync();
        var started = Stopwatch.GetTimestamp();
        var work = await db.WithConnectionAsync(connection => connection.ReadWaitingWorkAsync(cancellationToken), cancellationToken);
        var databaseState = new ServerState(true, Stopwatch.GetElapsedTime(started).TotalMilliseconds, null);
        return new QueueStatusResponse(
            await JobsAsync(work, cancellationToken),
            queues,
            await WorkersAsync(cancellationToken),
            [.. work.Select(sender => new SenderLoad(
                sender.SenderId, sender.Label, sender.SegmentsPerSecond, sender.Waiting, sender.Status, sender.PauseReason))],
            brokerState,
            redisState,
            databaseState);
    }

    private async Task<JobCounts> JobsAsync(IReadOnlyList<WaitingWork> work, CancellationToken cancellationToken)
    {
        // Of the campaigns that may still have an open row, which an index knows: every text to one patient that ever ended has counters, too.
        var open = await db.CampaignCounters
            .Join(
                db.Campaigns.Where(campaign =>
                    campaign.Status == CampaignStatus.Queued || campaign.Status == CampaignStatus.Planning || campaign.Status == CampaignStatus.Running
                        || campaign.Status == CampaignStatus.Paused || campaign.Status == CampaignStatus.Canceled),
                counters => counters.CampaignId, campaign => campaign.Id, (counters, _) => counters)
            .GroupBy(_ => 1)
            .Select(all => new { Unknown = all.Sum(c => c.Unknown), Awaiting = all.Sum(c => c.Accepted + c.Sent) })
            .SingleOrDefaultAsync(cancellationToken);
        return new JobCounts(
            work.Sum(sender => sender.Waiting),
            work.Sum(sender => sender.Retrying),
            work.Sum(sender => sender.Sending),
            open?.Unknown ?? 0,
            open?.Awaiting ?? 0,
            work.Select(sender => sender.OldestDue).DefaultIfEmpty().Max());
    }

    private async Task<IReadOnlyList<WorkerInfo>> WorkersAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var workers = await db.WorkerHeartbeats.AsNoTracking().OrderBy(worker => worker.Service).ThenBy(worker => worker.StartedAt)
            .ToListAsync(cancellationToken);
        return
        [
            .. workers
                .Select(worker => new WorkerInfo(worker.Service, worker.Instance, worker.SeenAt, now - worker.SeenAt < Silence, worker.InFlight))
                .Where(
                    worker => worker.Alive || now - worker.LastSeenAt < Replaced
                        || !workers.Any(other => other.Service == worker.Service && now - other.SeenAt < Silence)),
        ];
    }

    private async Task<ServerState> RedisAsync()
    {
        try
        {
            return new ServerState(true, (await redis.GetDatabase().PingAsync()).TotalMilliseconds, null);
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            return new ServerState(false, null, "Redis does not answer. Texts go out more slowly until it does; nothing is lost.");
        }
    }
}
