using System.Runtime.CompilerServices;

namespace LabsToGo.UnitTests.House;

/// <summary>What .editorconfig can't enforce.</summary>
public sealed class SourceTests
{
    private const int LongestLine = 160, LongestFile = 200;

    private static readonly string[] Generated = ["obj", "bin", "Migrations"];

    [Fact]
    public void A_line_fits_on_a_screen_and_a_file_in_a_head()
    {
        var files = Sources().ToList();
        Assert.True(files.Count > 500, $"Only {files.Count} files were found.");

        Assert.Empty(files.SelectMany(file => file.Lines
            .Select((line, number) => (line, number))
            .Where(row => row.line.Length > LongestLine)
            .Select(row => $"{file.Name}, line {row.number + 1}: {row.line.Length} characters")));
        Assert.Empty(files.Where(file => file.Lines.Length > LongestFile).Select(file => $"{file.Name}: {file.Lines.Length} lines"));
    }

    private static IEnumerable<(string Name, string[] Lines)> Sources([CallerFilePath] string here = "")
    {
        var clone = Path.GetFullPath("../../..", Path.GetDirectoryName(here)!);
        return Directory.EnumerateFiles(clone, "*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Select(file => Path.GetRelativePath(clone, file))
            .Where(name => !name.StartsWith('.') && !name.Split(Path.DirectorySeparatorChar).Any(Generated.Contains))
            .Select(name => (name, File.ReadAllLines(Path.Combine(clone, name))));
    }
}
