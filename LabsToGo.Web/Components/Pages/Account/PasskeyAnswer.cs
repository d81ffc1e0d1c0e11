namespace LabsToGo.Web.Components.Pages.Account;

/// <summary>What the browser says: the one or the other.</summary>
internal sealed record PasskeyAnswer(string? Credential, string? Problem);
