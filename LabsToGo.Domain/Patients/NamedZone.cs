namespace LabsToGo.Domain.Patients;

/// <summary>A name such as "Mountain" is said in places whose clocks differ for half of the year: the place tells which one is meant.</summary>
internal static class NamedZone
{
    private static readonly (string Named, string There)[] Others =
    [
        ("America/Denver", "America/Phoenix"), ("America/Denver", "America/Whitehorse"), ("America/Chicago", "America/Regina"),
        ("America/Puerto_Rico", "America/Halifax"), ("America/Halifax", "America/Puerto_Rico"), ("Pacific/Honolulu", "America/Adak"),
    ];

    /// <param name="zone">That of most people who say the name.</param>
    public static string In(string zone, string? state, string? postalCode)
    {
        if (TimeZonesByZip.Find(postalCode) is { } byZip)
            return Meant(zone, byZip) ?? zone;
        return TimeZonesByState.Find(state).Select(there => Meant(zone, there)).FirstOrDefault(there => there is not null) ?? zone;
    }

    private static string? Meant(string zone, string there) => Others.Contains((zone, SameHours.NameOf(there))) ? there : null;
}
