namespace LabsToGo.Api.Auditing;

/// <summary>On an endpoint: under which name its requests stand in the audit log.</summary>
/// <param name="OneLook">For a list that a page reads again and again while it is open: within this time the same person's reads of the same record are one
/// look, with one entry. Zero: each request has its own.</param>
internal sealed record Audited(string Action, TimeSpan OneLook);
