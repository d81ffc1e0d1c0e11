using System.Text.RegularExpressions;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Documents;

/// <summary>What docs/security.md says can be looked up.</summary>
public sealed partial class EvidenceTests
{
    [Fact]
    public void Every_point_of_the_standard_has_its_evidence_and_every_link_leads_somewhere()
    {
        var lines = File.ReadAllLines(Path.Combine(Clone.Folder, "docs/security.md"));
        var points = lines.SkipWhile(line => !line.StartsWith("## OWASP ASVS", StringComparison.Ordinal))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(1).ToList();

        Assert.True(points.Count > 30, $"only {points.Count} points were found");
        Assert.All(points, point => Assert.Matches(Link(), point.Split('|')[3]));
        Assert.All(
            lines.SelectMany(line => Link().Matches(line)).Select(link => link.Groups["to"].Value),
            to => Assert.True(Path.Exists(Path.Combine(Clone.Folder, "docs", to)), $"{to} does not exist"));
    }

    [GeneratedRegex(@"\[[^\]]+\]\((?<to>[^)#]+)\)")]
    private static partial Regex Link();
}
