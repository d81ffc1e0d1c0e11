using System.Collections.Frozen;

namespace LabsToGo.Domain.Patients;

/// <summary>The zones of a state or a province, that of most of its people first.</summary>
internal static class TimeZonesByState
{
    private const string Table =
        """
        America/New_York CT DE DC GA ME MD MA NH NJ NY NC OH PA RI SC VT VA WV
        America/Chicago AL AR IL IA LA MN MS MO OK WI
        America/Denver CO MT NM UT WY
        America/Los_Angeles CA WA
        America/Phoenix AZ
        America/Anchorage AK
        Pacific/Honolulu HI
        America/Puerto_Rico PR VI
        Pacific/Guam GU MP
        Pacific/Pago_Pago AS
        America/New_York,America/Chicago FL KY
        America/Chicago,America/New_York TN
        America/Detroit,America/Chicago MI
        America/Indiana/Indianapolis,America/Chicago IN
        America/Chicago,America/Denver KS NE ND SD TX
        America/Boise,America/Los_Angeles ID
        America/Los_Angeles,America/Denver NV
        America/Los_Angeles,America/Boise OR
        America/Toronto QC
        America/Edmonton AB NT
        America/Regina SK
        America/Winnipeg MB
        America/Halifax NB NS PE
        America/Whitehorse YT
        America/Toronto,America/Winnipeg ON
        America/Vancouver,America/Edmonton BC
        America/St_Johns,America/Goose_Bay NL
        America/Iqaluit,America/Rankin_Inlet,America/Cambridge_Bay NU
        """;

    private static readonly FrozenDictionary<string, string[]> Zones = Table
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(state => (State: state, Zones: words[0].Split(','))))
        .ToFrozenDictionary(entry => entry.State, entry => entry.Zones);

    /// <summary>Empty for the armed forces' regions and for what is no state.</summary>
    public static IReadOnlyList<string> Find(string? state) =>
        state is not null && Zones.TryGetValue(state, out var zones) ? zones : [];
}
