namespace LabsToGo.Web.Components.Shared;

internal static class UsTimeZones
{
    public static IReadOnlyList<(string Id, string Name)> All { get; } =
    [
        ("America/New_York", "Eastern"), ("America/Chicago", "Central"), ("America/Denver", "Mountain"),
        ("America/Phoenix", "Arizona (no daylight saving)"), ("America/Los_Angeles", "Pacific"), ("America/Anchorage", "Alaska"),
        ("Pacific/Honolulu", "Hawaii"), ("America/Puerto_Rico", "Puerto Rico"),
    ];

    /// <summary>What a ZIP code or an area code may be in, and nobody chooses.</summary>
    private static readonly Dictionary<string, string> Others = new()
    {
        ["America/Detroit"] = "Eastern",
        ["America/Indiana/Indianapolis"] = "Eastern",
        ["America/North_Dakota/Center"] = "Central",
        ["America/Boise"] = "Mountain",
        ["America/Adak"] = "Aleutian",
        ["America/Toronto"] = "Eastern",
        ["America/Winnipeg"] = "Central",
        ["America/Regina"] = "Saskatchewan",
        ["America/Edmonton"] = "Mountain",
        ["America/Vancouver"] = "Pacific",
        ["America/Halifax"] = "Atlantic",
        ["America/St_Johns"] = "Newfoundland",
    };

    public static string Name(string id) =>
        (All.FirstOrDefault(zone => zone.Id == id).Name ?? Others.GetValueOrDefault(id)) is { } name ? $"{name} ({id})" : id;

    /// <summary>Where it is not certain, all that are possible.</summary>
    public static string Names(IReadOnlyList<string> ids) =>
        ids.Count == 0 ? "Not known: texts wait for hours that all of the country allows" : string.Join(" or ", ids.Select(Name));

    /// <summary>The usual ones, and the one in use when it is another.</summary>
    public static IEnumerable<string> With(string? current) =>
        All.Select(zone => zone.Id).Concat(string.IsNullOrEmpty(current) ? [] : [current]).Distinct();
}
