using LabsToGo.Contracts.Http;

namespace LabsToGo.Api.Queue;

/// <summary>What one sender has before it.</summary>
/// <param name="OldestDue">Seconds since the first of its rows came due; 0 when none is.</param>
internal sealed record WaitingWork(
    Guid SenderId, string Label, double SegmentsPerSecond, SenderStatus Status, string? PauseReason, long Waiting, long Retrying, double OldestDue,
    long Sending);
