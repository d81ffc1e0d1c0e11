using System.Collections.Frozen;

namespace LabsToGo.Domain.Patients;

/// <summary>
/// Area codes that lie in two zones, or in another one than libphonenumber's table says: it gives New York for Gary, Pensacola and Paducah. Both are possible
/// where some of the area's people have the other.
/// </summary>
internal static class CrossedAreaCodes
{
    private const string Table =
        """
        America/Chicago,America/Indiana/Indianapolis 219 574 812 930
        America/New_York,America/Chicago 270 364 423 448 850
        America/Detroit,America/Chicago 906
        America/Chicago,America/Denver 308 620 785
        America/Los_Angeles,America/Boise 458 541
        America/Toronto,America/Winnipeg 807
        America/Vancouver,America/Edmonton 236 250 672 778
        America/Whitehorse,America/Edmonton,America/Rankin_Inlet,America/Iqaluit 867
        """;

    private static readonly FrozenDictionary<string, string[]> Zones = Table
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(code => (Code: code, Zones: words[0].Split(','))))
        .ToFrozenDictionary(entry => entry.Code, entry => entry.Zones, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string[]>.AlternateLookup<ReadOnlySpan<char>> BySpan = Zones.GetAlternateLookup<ReadOnlySpan<char>>();

    public static string[]? Find(ReadOnlySpan<char> areaCode) => BySpan.TryGetValue(areaCode, out var zones) ? zones : null;
}
