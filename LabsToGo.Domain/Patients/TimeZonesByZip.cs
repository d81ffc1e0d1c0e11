using System.Globalization;

namespace LabsToGo.Domain.Patients;

/// <summary>The zone of each ZIP code, one byte for each of the 100,000, from <c>time-zones-by-zip.txt</c>.</summary>
internal static class TimeZonesByZip
{
    private static readonly (string?[] Zones, byte[] ByZip) Table = Read();

    /// <param name="postalCode">As <see cref="PostalCode"/> keeps it; a code of another country has no zone here.</param>
    public static string? Find(ReadOnlySpan<char> postalCode) =>
        postalCode.Length >= 5 && int.TryParse(postalCode[..5], NumberStyles.None, CultureInfo.InvariantCulture, out var zip)
            ? Table.Zones[Table.ByZip[zip]]
            : null;

    private static (string?[] Zones, byte[] ByZip) Read()
    {
        List<string?> zones = [null];
        var byZip = new byte[100_000];
        using var stream = typeof(TimeZonesByZip).Assembly.GetManifestResourceStream("LabsToGo.Domain.Patients.time-zones-by-zip.txt")
            ?? throw new InvalidOperationException("The table time-zones-by-zip.txt is not embedded in LabsToGo.Domain.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
                continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var zone = zones.IndexOf(words[0]);
            if (zone < 0)
            {
                zone = zones.Count;
                zones.Add(words[0]);
            }
            foreach (var range in words.AsSpan(1))
            {
                var dash = range.IndexOf('-', StringComparison.Ordinal);
                var first = dash < 0 ? range : range[..dash];
                var last = dash < 0 ? range : range[(dash + 1)..];
                var from = int.Parse(first.PadRight(5, '0'), CultureInfo.InvariantCulture);
                var to = int.Parse(last.PadRight(5, '9'), CultureInfo.InvariantCulture);
                byZip.AsSpan(from..(to + 1)).Fill((byte)zone);
            }
        }
        return ([.. zones], byZip);
    }
}
