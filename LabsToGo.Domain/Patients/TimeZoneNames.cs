using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LabsToGo.Domain.Patients;

/// <summary>What people and programs call the zones of the United States and of Canada, beside the names of the IANA.</summary>
public static partial class TimeZoneNames
{
    /// <summary>
    /// Without "time", "standard", "daylight" and "US". Where a name of Windows means another zone than these words do, the whole name stands here.
    /// </summary>
    private const string Table =
        """
        America/New_York EASTERN ET EST EDT ESTEDT EDTEST EST5EDT
        America/Chicago CENTRAL CT CST CDT CSTCDT CDTCST CST6CDT
        America/Denver MOUNTAIN MT MST MDT MSTMDT MDTMST MST7MDT NAVAJO AMERICASHIPROCK
        America/Los_Angeles PACIFIC PT PST PDT PSTPDT PDTPST PST8PDT PACIFICNEW
        America/Phoenix ARIZONA MOUNTAINARIZONA ARIZONAMOUNTAIN MSTARIZONA MSTNODST MOUNTAINNODST ARIZONANODST USMOUNTAINSTANDARDTIME
        America/Anchorage ALASKA ALASKAN AKT AKST AKDT AKSTAKDT
        Pacific/Honolulu HAWAII HAWAIIAN HT HST HAST HAWAIIALEUTIAN HAWAIIANALEUTIAN
        America/Adak ALEUTIAN ALEUTIANISLANDS HDT HADT
        America/Puerto_Rico ATLANTIC AST PUERTORICO SAWESTERNSTANDARDTIME
        Pacific/Guam GUAM GUAMPORTMORESBY CHAMORRO CHST WESTPACIFICSTANDARDTIME
        Pacific/Pago_Pago SAMOA AMERICANSAMOA SST SAMOASTANDARDTIME
        America/Indiana/Indianapolis INDIANAPOLIS AMERICAINDIANAPOLIS AMERICAFORTWAYNE INDIANA INDIANAEAST EASTINDIANA USEASTERNSTANDARDTIME
        America/Indiana/Knox INDIANASTARKE AMERICAKNOXIN
        America/Detroit MICHIGAN
        America/Kentucky/Louisville LOUISVILLE AMERICALOUISVILLE
        America/Halifax ADT ATLANTICSTANDARDTIME ATLANTICDAYLIGHTTIME ATLANTICTIMECANADA CANADAATLANTIC ATLANTICCANADA
        America/St_Johns NEWFOUNDLAND NST NDT NSTNDT CANADANEWFOUNDLAND
        America/Toronto CANADAEASTERN EASTERNCANADA
        America/Winnipeg CANADACENTRAL CENTRALCANADA
        America/Edmonton CANADAMOUNTAIN MOUNTAINCANADA
        America/Vancouver CANADAPACIFIC PACIFICCANADA
        America/Regina SASKATCHEWAN CANADASASKATCHEWAN CANADACENTRALSTANDARDTIME
        America/Whitehorse YUKON CANADAYUKON
        """;

    private static readonly FrozenDictionary<string, string> Zones = Table
        .Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(' '))
        .SelectMany(words => words.Skip(1).Select(name => (Name: name, Zone: words[0])))
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Zone, StringComparer.OrdinalIgnoreCase);

    /// <summary>All that can be found here.</summary>
    public static IEnumerable<string> All => Zones.Values.Distinct();

    /// <param name="text">Plain text.</param>
    /// <param name="known">The IANA names that there are, in any case.</param>
    /// <returns>IANA name; null when it is none of these.</returns>
    public static string? Find(string text, FrozenSet<string> known)
    {
        if (Zones.TryGetValue(text, out var usual))
            return usual;
        var upper = Offset().Replace(text.ToUpperInvariant(), " ").Replace(".", "", StringComparison.Ordinal);
        if (Zones.TryGetValue(Compact(upper), out var whole))
            return whole;
        if (FromWindows(text, known) is { } windows)
            return windows;
        var bare = Around().Replace(upper, " ");
        if (Zones.TryGetValue(Compact(bare), out var zone))
            return zone;
        // "Eastern Time - New York", "Eastern Standard Time (EST)": the last part says the most, unless it is the same again.
        string[] parts = [.. bare.Split(['(', ')', '-', '/', ':', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        var found = parts.Select(part => Zones.GetValueOrDefault(Compact(part))).Distinct().ToList();
        return found is [{ } same] ? same : null;
    }

    /// <summary><c>Eastern Standard Time</c>, <c>W. Europe Standard Time</c>: in their own case, or in any.</summary>
    private static string? FromWindows(string text, FrozenSet<string> known)
    {
        var titled = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text.ToLowerInvariant());
        return text.Contains("Time", StringComparison.OrdinalIgnoreCase)
            && (TimeZoneInfo.TryConvertWindowsIdToIanaId(text, out var zone) || TimeZoneInfo.TryConvertWindowsIdToIanaId(titled, out zone))
            && known.TryGetValue(zone, out var name) ? name : null;
    }

    private static string Compact(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));

    /// <summary>"(UTC-05:00)" before a name says nothing more; alone it is no zone, since in summer it is another one's.</summary>
    [GeneratedRegex(@"[\(\[]?\b(UTC|GMT)\s*[+-]\s*\d{1,2}(:?\d{2})?[\)\]]?")]
    private static partial Regex Offset();

    [GeneratedRegex(@"\bUS\s*(&|&AMP;|AND)\s*CANADA\b|\b(TIME|ZONE|TIMEZONE|STANDARD|STD|DAYLIGHT|SAVINGS?|PREVAILING|USA?|AMERICAN?|LOCAL)\b")]
    private static partial Regex Around();
}
