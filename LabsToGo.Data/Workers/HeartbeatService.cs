using LabsToGo.Data.Looping;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LabsToGo.Data.Workers;

/// <summary>Tells ops every five seconds that this worker lives.</summary>
internal sealed class HeartbeatService(
    NpgsqlDataSource dataSource, WorkerIdentity worker, LoopHealth health, TimeProvider time, ILogger<HeartbeatService> logger)
    : Loop(TimeSpan.FromSeconds(5), health, time, logger)
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();

    protected override Task RunOnceAsync(CancellationToken cancellationToken) =>
        dataSource.BeatAsync(worker.Instance, worker.Service, _startedAt, worker.InFlight(), cancellationToken);
}
