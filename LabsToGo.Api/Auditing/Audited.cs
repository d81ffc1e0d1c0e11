namespace LabsToGo.Api.Auditing;

/// <summary>On an endpoint: under which name its requests stand in the audit log.</summary>
internal sealed record Audited(string Action);
