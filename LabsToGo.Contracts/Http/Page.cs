namespace LabsToGo.Contracts.Http;

/// <summary>One page of a list. <see cref="Next"/> is an opaque cursor for the following page, null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
