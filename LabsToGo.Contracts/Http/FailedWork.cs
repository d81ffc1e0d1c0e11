namespace LabsToGo.Contracts.Http;

/// <summary>A message of the broker that was put aside, as its headers tell it; never its body. All null where the worker left no word.</summary>
/// <param name="FailedAt">When its last try failed.</param>
public sealed record FailedWork(string? MessageId, string? MessageType, DateTimeOffset? FailedAt, string? ExceptionType, string? ExceptionMessage);

/// <param name="Moved">Messages that are back in the queue they came from.</param>
public sealed record RequeueResponse(int Moved);
