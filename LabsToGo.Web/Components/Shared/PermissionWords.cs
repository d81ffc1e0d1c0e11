namespace LabsToGo.Web.Components.Shared;

internal static class PermissionWords
{
    /// <summary><c>campaigns.send</c> becomes "Campaigns: send".</summary>
    public static string Of(string permission)
    {
        var parts = permission.Split('.');
        return $"{char.ToUpperInvariant(parts[0][0])}{parts[0][1..].Replace('-', ' ')}: {parts[1]}".Replace("Api ", "API ", StringComparison.Ordinal);
    }
}
