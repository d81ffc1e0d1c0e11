namespace LabsToGo.Api.Accounts.Permissions;

/// <summary>On an endpoint: what its caller needs.</summary>
internal sealed record RequiredPermission(string Name);
