using System.Text.RegularExpressions;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.SupplyChain;

public sealed partial class PackageTests
{
    /// <summary>Aspire's orchestrator and dashboard are other packages on each operating system, and for development alone.</summary>
    private static readonly string[] Unlocked = ["LabsToGo.AppHost", "LabsToGo.BrowserTests"];

    [Fact]
    public void Every_project_has_its_packages_locked_by_their_hashes()
    {
        var projects = SolutionProject().Matches(File.ReadAllText(Path.Combine(Clone.Folder, "LabsToGo.sln"))).Select(match => match.Value.Replace('\\', '/'))
            .ToList();
        Assert.NotEmpty(projects);
        foreach (var project in projects.Where(project => !Unlocked.Contains(Path.GetFileNameWithoutExtension(project))))
        {
            var file = Path.Combine(Clone.Folder, Path.GetDirectoryName(project)!, "packages.lock.json");
            Assert.True(File.Exists(file), $"{project} has no packages.lock.json");
            var text = File.ReadAllText(file);
            Assert.DoesNotContain("://", text, StringComparison.Ordinal);
            Assert.Equal(Resolved().Count(text), Hash().Count(text));
        }
    }

    [Fact]
    public void Every_locked_package_stands_in_the_list_of_licences_and_no_other()
    {
        var listed = File.ReadLines(Path.Combine(Clone.Folder, "docs/licences.md"))
            .Where(line => line.StartsWith("| ", StringComparison.Ordinal))
            .Skip(1)
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Select(cells => (Id: cells[1], Version: cells[2], Licence: cells[3]))
            .ToList();
        var locked = LockedPackages.Read();

        const string Remedy = "Run scripts/licences.sh.";
        Assert.True(
            locked.IsSubsetOf(listed.Select(package => (package.Id, package.Version))),
            $"Not listed: {string.Join(", ", locked.Except(listed.Select(package => (package.Id, package.Version))))}. {Remedy}");
        Assert.True(
            listed.All(package => locked.Contains((package.Id, package.Version))),
            $"Not in use any more: {string.Join(", ", listed.Where(package => !locked.Contains((package.Id, package.Version))))}. {Remedy}");
        Assert.All(listed, package => Assert.Matches(Known(), package.Licence));
    }

    /// <summary>All of them may be used in and shipped with a product whose source is closed.</summary>
    [GeneratedRegex("^(MIT|Apache-2.0|BSD-[23]-Clause|PostgreSQL|MS-PL)( OR [A-Za-z0-9.-]+)?$")]
    private static partial Regex Known();

    [GeneratedRegex("[A-Za-z.\\\\]+\\.csproj")]
    private static partial Regex SolutionProject();

    [GeneratedRegex("\"resolved\":")]
    private static partial Regex Resolved();

    [GeneratedRegex("\"contentHash\":")]
    private static partial Regex Hash();
}
