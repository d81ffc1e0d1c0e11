using System.Collections.Frozen;

namespace LabsToGo.Domain.Patients;

/// <summary>
/// Zones whose clocks have shown the same for years, under the one name that stands for all of them: the table of area codes calls Detroit New York.
/// </summary>
public static class SameHours
{
    private const string Table =
        """
        America/New_York America/Detroit America/Indiana/Indianapolis America/Kentucky/Louisville America/Toronto
        America/Chicago America/North_Dakota/Center America/Indiana/Knox America/Menominee America/Winnipeg
        America/Denver America/Boise America/Edmonton
        America/Halifax America/Goose_Bay America/Moncton
        """;

    private static readonly FrozenDictionary<string, string> Names = Table
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .SelectMany(zones => zones.Skip(1).Select(zone => (Zone: zone, Name: zones[0])))
        .ToFrozenDictionary(entry => entry.Zone, entry => entry.Name, StringComparer.Ordinal);

    /// <param name="zone">IANA name.</param>
    /// <returns>The zone itself when no other is like it.</returns>
    public static string NameOf(string zone) => Names.GetValueOrDefault(zone, zone);
}
