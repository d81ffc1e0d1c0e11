using System.Text;
using CsvHelper;
using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.Api.Patients.Imports.Reading;

/// <summary>The rows at a file's beginning, by which its columns are understood.</summary>
internal static class FirstRows
{
    /// <param name="beginning">The file's first <see cref="TextSniffing.Length"/> bytes, or all of it when it is shorter.</param>
    public static async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(
        ReadOnlyMemory<byte> beginning, Encoding encoding, CancellationToken cancellationToken)
    {
        List<IReadOnlyList<string>> rows = [];
        try
        {
            using var csv = CsvReader.Create(
                new MemoryStream(beginning.ToArray()), new CsvReaderOptions { Encoding = encoding, MaxRecordSize = 1 << 20, TrimWhitespace = true });
            await csv.ReadHeaderAsync(cancellationToken);
            while (await csv.ReadAsync(cancellationToken))
                rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }
        catch (CsvFormatException)
        {
            // Where a row can't be read the import itself says so.
        }
        // The last one is cut off.
        if (beginning.Length == TextSniffing.Length && rows.Count > 0)
            rows.RemoveAt(rows.Count - 1);
        return rows;
    }
}
