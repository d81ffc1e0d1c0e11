namespace LabsToGo.Data.Dispatching;

public readonly record struct DueMessage(Guid Id, DateTimeOffset DueAt, int Segments);
