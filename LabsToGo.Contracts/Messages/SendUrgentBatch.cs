namespace LabsToGo.Contracts.Messages;

/// <summary>A batch that somebody waits for. It has a queue of its own, and goes before all others of its sender.</summary>
public sealed record SendUrgentBatch(SendBatch Batch);
