using System.Text.Json;

namespace LabsToGo.ReferenceTests.Segments;

/// <summary>A text and how it is counted.</summary>
/// <param name="Text">Null where it has a lone surrogate, which JSON can't hold.</param>
/// <param name="Utf16">Its code units in hex then.</param>
/// <param name="Smart">After Twilio's Smart Encoding.</param>
internal sealed record SegmentVector(string Tag, string? Text, string? Utf16, bool Smart, string Encoding, int Segments, int Units, int[] UnitsPerSegment)
{
    private static readonly Lazy<IReadOnlyList<SegmentVector>> Read = new(() =>
    {
        using var json = JsonDocument.Parse(File.ReadAllText(ReferenceFolder.File("segment-vectors.json")));
        return json.RootElement.GetProperty("vectors").Deserialize<List<SegmentVector>>(JsonSerializerOptions.Web)!;
    });

    public static IReadOnlyList<SegmentVector> All => Read.Value;

    public string FullText =>
        Text ?? string.Concat(
            Convert.FromHexString(Utf16!.Replace(" ", "", StringComparison.Ordinal)).Chunk(2).Select(unit => (char)((unit[0] << 8) | unit[1])));
}
