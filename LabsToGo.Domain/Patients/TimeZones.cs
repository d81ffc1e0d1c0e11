using System.Collections.Frozen;

namespace LabsToGo.Domain.Patients;

/// <summary>In which time zone a patient lives, so that quiet hours can be kept. The surest thing that is known decides.</summary>
public static class TimeZones
{
    /// <summary>An area code of more zones than these has none: it is toll-free, or not geographic.</summary>
    private const int MostOfAnAreaCode = 5;

    /// <summary>
    /// An explicit zone; else that of the ZIP code; else those of the state (in a state with two, only those that the area code has too, if it has any); else
    /// those of the area code.
    /// </summary>
    /// <param name="zone">IANA name, as <see cref="TryNormalize"/> gives it; null or empty when nobody said.</param>
    /// <param name="postalCode">As <see cref="PostalCode"/> keeps it.</param>
    /// <param name="state">Two upper-case letters.</param>
    /// <param name="phone">E.164.</param>
    public static FoundTimeZone Find(string? zone, string? postalCode, string? state, string phone)
    {
        if (!string.IsNullOrEmpty(zone))
            return new FoundTimeZone(zone, TimeZoneBasis.Given);
        if (TimeZonesByZip.Find(postalCode) is { } byZip)
            return new FoundTimeZone(byZip, TimeZoneBasis.PostalCode);
        var inState = TimeZonesByState.Find(state);
        if (inState.Count == 1)
            return new FoundTimeZone(inState[0], TimeZoneBasis.State);
        var ofNumber = TimeZonesByAreaCode.Find(phone);
        if (inState.Count > 1)
            return new FoundTimeZone(Joined(inState.Intersect(ofNumber).DefaultIfEmpty(Joined(inState))), TimeZoneBasis.State);
        return new FoundTimeZone(ofNumber.Count > MostOfAnAreaCode ? "" : Joined(ofNumber), TimeZoneBasis.Phone);
    }

    private static string Joined(IEnumerable<string> zones) => string.Join(',', zones);

    /// <param name="input">An IANA name in any case, or the American name of a zone: <c>Eastern</c>, <c>ET</c>, <c>EST</c> …</param>
    /// <param name="known">The IANA names that there are, in any case.</param>
    /// <param name="zone">IANA name; empty when the input is empty.</param>
    /// <returns>False when there is no such zone.</returns>
    public static bool TryNormalize(string? input, FrozenSet<string> known, out string zone)
    {
        zone = "";
        var text = input?.Trim() ?? "";
        if (text.Length == 0)
            return true;
        if (American(text) is { } american)
        {
            zone = american;
            return true;
        }
        if (!known.TryGetValue(text, out var name))
            return false;
        zone = name;
        return true;
    }

    private static string? American(string text) => text.ToUpperInvariant() switch
    {
        "EASTERN" or "EASTERN TIME" or "ET" or "EST" or "EDT" or "US/EASTERN" => "America/New_York",
        "CENTRAL" or "CENTRAL TIME" or "CT" or "CST" or "CDT" or "US/CENTRAL" => "America/Chicago",
        "MOUNTAIN" or "MOUNTAIN TIME" or "MT" or "MST" or "MDT" or "US/MOUNTAIN" => "America/Denver",
        "PACIFIC" or "PACIFIC TIME" or "PT" or "PST" or "PDT" or "US/PACIFIC" => "America/Los_Angeles",
        "ARIZONA" or "US/ARIZONA" => "America/Phoenix",
        "ALASKA" or "ALASKA TIME" or "AKT" or "AKST" or "AKDT" or "US/ALASKA" => "America/Anchorage",
        "HAWAII" or "HAWAII TIME" or "HT" or "HST" or "US/HAWAII" => "Pacific/Honolulu",
        "ATLANTIC" or "ATLANTIC TIME" or "AST" => "America/Puerto_Rico",
        _ => null,
    };
}
