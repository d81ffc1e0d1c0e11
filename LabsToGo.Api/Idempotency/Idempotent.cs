namespace LabsToGo.Api.Idempotency;

/// <summary>On an endpoint that creates or sends: sent again with the same <c>Idempotency-Key</c>, a request does nothing twice.</summary>
internal sealed record Idempotent;
