using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LabsToGo.Domain.Patients;

/// <summary>How people write a state who write neither its two letters nor its name.</summary>
internal static partial class StateNames
{
    /// <summary>Without spaces, points and accents. The newspapers' abbreviations, those of maps, and what is said.</summary>
    private const string Table =
        """
        AL ALA|AK ALAS|AZ ARIZ|AR ARK|CA CAL CALIF CALI|CO COL COLO|CT CONN|DE DEL DELA|FL FLA FLOR|HI HAW|ID IDA|IL ILL ILLS|IN IND|KS KAN KANS|KY KEN KENT
        DC WASHINGTONDC WASHDC DISTOFCOLUMBIA DISTCOLUMBIA DISTRICTOFCOLOMBIA DISTRICTCOLUMBIA WASHINGTONDISTRICTOFCOLUMBIA
        MA MASS|MI MICH|MN MINN|MS MISS|MT MONT|NE NEB NEBR|NV NEV|NH NHAMPSHIRE|NJ NJERSEY|NM NMEX NMEXICO NEWMEX|NY NYS NYC NYORK NEWYORKCITY
        NC NCAR NCAROLINA NOCAROLINA NORTHCAR|ND NDAK NDAKOTA NODAK NODAKOTA NORTHDAK|OK OKLA|OR ORE OREG|PA PENN PENNA|RI RHODEISL
        RI RHODEISLANDANDPROVIDENCEPLANTATIONS|SC SCAR SCAROLINA SOCAROLINA SOUTHCAR|SD SDAK SDAKOTA SODAK SODAKOTA SOUTHDAK|TN TENN|TX TEX|VA VIRG|WA WASH
        WV WVA WVIRGINIA WESTVA WESTVIRG|WI WIS WISC|WY WYO|VI USVI USVIRGINISLANDS VIRGINISLANDSUS VIRGINISLANDSOFTHEUS|MP CNMI NMARIANAISLANDS
        MP NORTHERNMARIANAS COMMONWEALTHOFTHENORTHERNMARIANAISLANDS|AS AMERSAMOA AMSAMOA|AA ARMEDFORCESTHEAMERICAS
        AB ALTA ALB|BC BRITCOL|MB MAN|NL NF NFLD NEWFOUNDLAND LABRADOR NEWFOUNDLANDLABRADOR|NT NWT|ON ONT|PE PEI|QC QUE PQ|SK SASK|YT YUK YUKONTERRITORY
        """;

    private static readonly FrozenDictionary<string, string> Codes = Table
        .Split(['|', '\n'], StringSplitOptions.TrimEntries)
        .Select(entry => entry.Split(' '))
        .SelectMany(words => words.Skip(1).Select(name => (Name: name, Code: words[0])))
        .Concat(UsStates.All.SelectMany(state => ((string, string)[])[(state.Code, state.Code), (Compact(state.Name), state.Code)]))
        .ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.Ordinal);

    public static bool TryFind(ReadOnlySpan<char> input, out string code)
    {
        var text = WithoutAccents(PlainText.Of(input.ToString()));
        if (TryName(text, out code))
            return true;
        // A ZIP code behind it, the country, and what a state calls itself.
        var bare = Around().Replace(text, " ").Trim(' ', ',', '-', '/');
        return TryName(bare, out code) || TryParts(bare, out code);
    }

    private static bool TryName(string text, out string code) => Codes.TryGetValue(Compact(text), out code!);

    /// <summary>"NY - New York" says it twice; behind a comma stands the state of a place; "CA-ON" is a province of Canada's.</summary>
    private static bool TryParts(string text, out string code)
    {
        code = null!;
        string[] parts = [.. text.Split([',', ';', '/', '|', '(', ')', '-', ':'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (parts.Length == 1)
            return TryFirstWord(text, out code) || TryLastWord(text, out code);
        if (parts.Length < 2 || (!TryName(parts[^1], out code) && !TryLastWord(parts[^1], out code)))
            return false;
        var last = code;
        if (parts[..^1].All(part => TryName(part, out var other) && other == last))
            return true;
        var isPlace = text.Contains(',', StringComparison.Ordinal) && !(TryName(parts[0], out _) && parts[0].Length == 2);
        var isCanada = parts is ["CA", _] && UsStates.All.TakeLast(13).Any(province => province.Code == last);
        code = isPlace || isCanada ? last : null!;
        return code is not null;
    }

    /// <summary>"AZ Arizona".</summary>
    private static bool TryFirstWord(string text, out string code)
    {
        code = null!;
        return text.Length > 3 && text[2] == ' ' && TryName(text[3..], out code) && TryName(text[..2], out var first) && first == code;
    }

    /// <summary>"Portland OR": in capitals, since "in" and "or" are words; "TX OK" are two.</summary>
    private static bool TryLastWord(string text, out string code)
    {
        code = null!;
        return text.Length > 3 && text[^3] == ' ' && char.IsAsciiLetterUpper(text[^2]) && char.IsAsciiLetterUpper(text[^1])
            && !(text[2] == ' ' && UsStates.IsCode(text[..2])) && TryName(text[^2..], out code);
    }

    private static string Compact(string text) => string.Concat(text.Where(char.IsLetter).Select(char.ToUpperInvariant));

    private static string WithoutAccents(string text) => Ascii.IsValid(text)
        ? text
        : string.Concat(text.Normalize(NormalizationForm.FormD).Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark));

    [GeneratedRegex(
        @"^the\b|\b\d{5}(-?\d{4})?\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\bU\.?S\.?A\.?(?=$|[\s,)-])|\bU\.?S\.?(?=$|[\s,)-])|\bUnited States( of America)?\b|\bCanada\b"
            + @"|\b(State|Commonwealth|Province|Territory) of\b|\b(State|Province|Prov\.?|Territory)$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Around();
}
