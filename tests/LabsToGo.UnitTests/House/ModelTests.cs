using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LabsToGo.UnitTests.House;

/// <summary>The model of the protocol speaks of the code: who renames a step does so in both.</summary>
public sealed partial class ModelTests
{
    [Fact]
    public void Its_steps_carry_the_names_of_the_code()
    {
        var clone = Clone();
        var steps = Step().Matches(File.ReadAllText(Path.Combine(clone, "tests/protocol/delivery.pml"))).Select(match => match.Value).Distinct().ToList();
        Assert.True(steps.Count >= 10, $"Only {string.Join(", ", steps)} were found.");
        var code = string.Concat(Directory.EnumerateDirectories(clone, "LabsToGo.*")
            .SelectMany(project => Directory.EnumerateFiles(project, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Migrations"))
            .Select(File.ReadAllText));

        Assert.DoesNotContain(steps, step => !Regex.IsMatch(code, $@"\b{step}(Async)?\b"));
    }

    private static string Clone([CallerFilePath] string here = "") => Path.GetFullPath("../../..", Path.GetDirectoryName(here)!);

    /// <summary>Two words or more, each with a capital.</summary>
    [GeneratedRegex(@"\b(?:[A-Z][a-z]+){2,}\b")]
    private static partial Regex Step();
}
