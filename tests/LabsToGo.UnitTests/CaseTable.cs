using CsvHelper;

namespace LabsToGo.UnitTests;

/// <summary>A table of cases that stands as a CSV file beside its tests.</summary>
internal static class CaseTable
{
    /// <returns>The rows below the header.</returns>
    public static IEnumerable<string[]> Read(string name)
    {
        using var stream = typeof(CaseTable).Assembly.GetManifestResourceStream($"LabsToGo.UnitTests.{name}")
            ?? throw new ArgumentException($"There is no table {name}.", nameof(name));
        using var csv = CsvReader.Create(stream, new CsvReaderOptions());
        csv.ReadHeader();
        while (csv.Read())
            yield return [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
    }
}
