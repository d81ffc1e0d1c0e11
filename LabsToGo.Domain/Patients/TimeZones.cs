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
        {
            var both = inState.IntersectBy(ofNumber.Select(SameHours.NameOf), SameHours.NameOf);
            return new FoundTimeZone(Joined(both.DefaultIfEmpty(Joined(inState))), TimeZoneBasis.State);
        }
        return new FoundTimeZone(ofNumber.Count > MostOfAnAreaCode ? "" : Joined(ofNumber), TimeZoneBasis.Phone);
    }

    private static string Joined(IEnumerable<string> zones) => string.Join(',', zones);

    /// <param name="input">An IANA name in any case, the American name of a zone (<c>Eastern</c>, <c>ET</c>, <c>EST</c> …), or that of Windows.</param>
    /// <param name="known">The IANA names that there are, in any case.</param>
    /// <param name="zone">IANA name; empty when the input is empty.</param>
    /// <param name="state">Where the name is said, if it is known: in Arizona "Mountain" has no summer time.</param>
    /// <param name="postalCode">As <see cref="PostalCode"/> keeps it; surer than the state.</param>
    /// <returns>False when there is no such zone.</returns>
    public static bool TryNormalize(string? input, FrozenSet<string> known, out string zone, string? state = null, string? postalCode = null)
    {
        zone = "";
        var text = input?.Trim() ?? "";
        if (text.Length == 0)
            return true;
        if (Iana(text, known) is { } iana)
        {
            zone = iana;
            return true;
        }
        text = PlainText.Of(text);
        if (TimeZoneNames.Find(text, known) is not { } named)
            return TryCity(text, known, out zone);
        // Whoever says "daylight" has summer time.
        zone = text.Contains("daylight", StringComparison.OrdinalIgnoreCase) || text.Equals("MDT", StringComparison.OrdinalIgnoreCase)
            ? named
            : NamedZone.In(named, state, postalCode);
        return true;
    }

    /// <summary>The old names of American zones, such as <c>US/Arizona</c>, are read with the others: not every table has them.</summary>
    private static string? Iana(string text, FrozenSet<string> known) =>
        text.Contains('/', StringComparison.Ordinal)
        && !text.StartsWith("US/", StringComparison.OrdinalIgnoreCase) && !text.StartsWith("Canada/", StringComparison.OrdinalIgnoreCase)
        && known.TryGetValue(text, out var name) ? name : null;

    /// <summary><c>America/New York</c>, <c>America/New_York (EST)</c>, <c>Eastern Time - New York</c>, <c>Phoenix</c>.</summary>
    private static bool TryCity(string text, FrozenSet<string> known, out string zone)
    {
        var plain = text.Replace(" / ", "/", StringComparison.Ordinal).Replace('\\', '/');
        zone = plain.Split(['(', ')'])
            .Select(part => part.Split(" - ")[^1].Trim().Replace(' ', '_'))
            .SelectMany(place => (string[])[place, $"America/{place}", $"Pacific/{place}"])
            .Select(name => name.Contains('/', StringComparison.Ordinal) && known.TryGetValue(name, out var found) ? found : "")
            .FirstOrDefault(found => found.Length > 0) ?? "";
        return zone.Length > 0;
    }
}
