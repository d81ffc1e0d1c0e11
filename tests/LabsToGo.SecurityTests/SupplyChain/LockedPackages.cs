using System.Text.Json.Nodes;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.SupplyChain;

/// <summary>What the lock files say.</summary>
internal static class LockedPackages
{
    public static IReadOnlyList<string> Files { get; } =
        [.. Directory.EnumerateFiles(Clone.Folder, "packages.lock.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal))];

    /// <returns>Every package with its version, those that come along with others included.</returns>
    public static IReadOnlySet<(string Id, string Version)> Read() => Files
        .SelectMany(file => JsonNode.Parse(File.ReadAllText(file))!["dependencies"]!.AsObject())
        .SelectMany(framework => framework.Value!.AsObject())
        .Where(package => package.Value!["resolved"] is not null)
        .Select(package => (package.Key, package.Value!["resolved"]!.GetValue<string>()))
        .ToHashSet();
}
