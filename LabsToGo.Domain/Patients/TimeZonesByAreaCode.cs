using System.Globalization;
using PhoneNumbers;

namespace LabsToGo.Domain.Patients;

/// <summary>
/// What a number itself says of the zone, by the tables of libphonenumber. A mobile number tells where it was first bought, not where its owner lives.
/// </summary>
internal static class TimeZonesByAreaCode
{
    private static readonly PhoneNumberToTimeZonesMapper Mapper = PhoneNumberToTimeZonesMapper.GetInstance();

    /// <returns>No zone, one, or several where an area code crosses a boundary; many for toll-free numbers.</returns>
    public static IReadOnlyList<string> Find(string e164)
    {
        if (!e164.StartsWith("+1", StringComparison.Ordinal)
            || !ulong.TryParse(e164.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var national))
            return [];
        if (e164.Length == 12 && CrossedAreaCodes.Find(e164.AsSpan(2, 3)) is { } crossed)
            return crossed;
        var number = new PhoneNumbers.PhoneNumber.Builder().SetCountryCode(1).SetNationalNumber(national).Build();
        var zones = Mapper.GetTimeZonesForGeographicalNumber(number);
        return zones.Contains(Mapper.GetUnknownTimeZone()) ? [] : zones;
    }
}
