using System.Collections.Frozen;

namespace LabsToGo.Domain.Patients;

/// <summary>
/// The states, the District of Columbia, the inhabited territories and the armed forces' postal regions, by their USPS codes (Publication 28, appendix B); and
/// the provinces and territories of Canada, from where people come to be near their children.
/// </summary>
public static class UsStates
{
    private const string Table =
        """
        AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|
        HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|
        MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|
        OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|
        WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|AS American Samoa|GU Guam|MP Northern Mariana Islands|PR Puerto Rico|VI Virgin Islands|
        AA Armed Forces Americas|AE Armed Forces Europe|AP Armed Forces Pacific
        """;

    private const string Provinces =
        """
        AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NS Nova Scotia|NT Northwest Territories|NU Nunavut|ON Ontario|
        PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon
        """;

    /// <summary>By name, the provinces of Canada last.</summary>
    public static IReadOnlyList<UsState> All { get; } = [.. Read(Table), .. Read(Provinces)];

    private static readonly FrozenDictionary<string, UsState> ByText =
        All.SelectMany(state => (KeyValuePair<string, UsState>[])[new(state.Code, state), new(state.Name, state)])
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, UsState>.AlternateLookup<ReadOnlySpan<char>> BySpan = ByText.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="input">A code or a name, in any case and in any usual abbreviation: <c>N.Y.</c>, <c>Calif.</c>, <c>NY - New York</c>.</param>
    /// <param name="code">Two upper-case letters; null when there is no such state.</param>
    public static bool TryNormalize(ReadOnlySpan<char> input, out string code)
    {
        var found = BySpan.TryGetValue(input.Trim(), out var state);
        code = state.Code;
        return found || StateNames.TryFind(input, out code);
    }

    /// <param name="code">Two upper-case letters.</param>
    public static bool IsCode(string code) => code.Length == 2 && ByText.TryGetValue(code, out var state) && state.Code == code;

    /// <returns>The code itself when there is no such state.</returns>
    public static string NameOf(string? code) => code is not null && ByText.TryGetValue(code, out var state) ? state.Name : code ?? "";

    private static IEnumerable<UsState> Read(string table) =>
        table.Split('|', StringSplitOptions.TrimEntries)
            .Select(entry => new UsState(entry[..2], entry[3..]))
            .OrderBy(state => state.Name, StringComparer.Ordinal);
}
