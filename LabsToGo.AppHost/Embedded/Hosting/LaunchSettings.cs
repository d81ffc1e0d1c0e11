using System.Text.Json;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What both engines read from a project's <c>Properties/launchSettings.json</c>: where it listens.</summary>
internal sealed record LaunchSettings(int? HttpPort)
{
    public static LaunchSettings Read(string projectFolder)
    {
        var file = Path.Combine(projectFolder, "Properties", "launchSettings.json");
        if (!File.Exists(file))
            return new LaunchSettings((int?)null);
        using var json = JsonDocument.Parse(File.ReadAllText(file));
        var urls = json.RootElement.GetProperty("profiles").GetProperty("http").TryGetProperty("applicationUrl", out var value) ? value.GetString() : null;
        var http = urls?.Split(';').FirstOrDefault(url => url.StartsWith("http://", StringComparison.Ordinal));
        return new LaunchSettings(http is null ? null : new Uri(http).Port);
    }
}
