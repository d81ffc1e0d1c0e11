using System.Collections.Frozen;

namespace LabsToGo.Domain.Patients;

/// <summary>The states, the District of Columbia, the inhabited territories and the armed forces' postal regions, by their USPS codes (Publication 28, appendix B).</summary>
public static class UsStates
{
    private static readonly FrozenDictionary<string, string> Codes = Names().ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ByText = Codes.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="input">A code or a full name, in any case.</param>
    /// <param name="code">Two upper-case letters.</param>
    public static bool TryNormalize(ReadOnlySpan<char> input, out string code) => ByText.TryGetValue(input.Trim(), out code!);

    private static IEnumerable<KeyValuePair<string, string>> Names()
    {
        const string Table =
            """
            AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|
            HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota|
            MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|
            OH Ohio|OK Oklahoma|OR Oregon|PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VA Virginia|
            WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming|AS American Samoa|GU Guam|MP Northern Mariana Islands|PR Puerto Rico|VI Virgin Islands|
            AA Armed Forces Americas|AE Armed Forces Europe|AP Armed Forces Pacific
            """;
        foreach (var entry in Table.Split('|', StringSplitOptions.TrimEntries))
        {
            var code = entry[..2];
            yield return new(code, code);
            yield return new(entry[3..], code);
        }
    }
}
