namespace LabsToGo.Contracts.Http;

/// <summary>What the person on call needs: what waits, who works, and whether the servers answer.</summary>
public sealed record QueueStatusResponse(
    JobCounts Jobs,
    IReadOnlyList<QueueInfo> Queues,
    IReadOnlyList<WorkerInfo> Workers,
    IReadOnlyList<SenderLoad> Senders,
    ServerState Broker,
    ServerState Redis,
    ServerState Database);

/// <param name="Waiting">Rows due or due later in campaigns under way.</param>
/// <param name="Retrying">Those of them with a failed attempt behind them.</param>
/// <param name="OldestWaitingSeconds">How long the row that is longest due has waited.</param>
public sealed record JobCounts(long Waiting, long Retrying, long Sending, long Unknown, long AwaitingCallback, double OldestWaitingSeconds);

public sealed record QueueInfo(string Name, long Messages, long Consumers);

/// <param name="Service"><c>campaign-worker</c> or <c>sms-worker</c>.</param>
/// <param name="InFlight">Calls to Twilio under way.</param>
public sealed record WorkerInfo(string Service, string Instance, DateTimeOffset LastSeenAt, bool Alive, int InFlight);

public sealed record SenderLoad(Guid Id, string Label, double SegmentsPerSecond, long Waiting, SenderStatus Status, string? PauseReason);

/// <param name="Milliseconds">The time of one round trip; null when it did not answer.</param>
public sealed record ServerState(bool Up, double? Milliseconds, string? Problem);
