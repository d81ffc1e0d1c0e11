using LabsToGo.Domain.Patients;

namespace LabsToGo.Api.Patients.Searching;

/// <summary>What somebody typed, as the beginnings that it may be: of a phone number, a patient number, a last or a first name.</summary>
/// <param name="PhoneEnd">Digits with which a number may end.</param>
internal sealed record PatientSearchTerms(string? Phone, string? PhoneEnd, string[] ExternalIds, IReadOnlyList<NamePrefixes> Names)
{
    /// <summary>Names of more words are not searched for in more ways.</summary>
    private const int MostWays = 4;

    public bool IsEmpty => Phone is null && ExternalIds.Length == 0 && Names.Count == 0;

    public static PatientSearchTerms Parse(string? search)
    {
        var text = CellText.Clean(string.Concat((search ?? "").Where(character => !char.IsControl(character))).Trim());
        if (text.Length == 0)
            return new(null, null, [], []);
        return text.Any(char.IsLetter) ? new(null, null, ExternalIdPrefixes(text), NamesOf(text)) : new(PhonePrefix(text), EndOf(text), [text], []);
    }

    /// <summary>As typed, and as most laboratories write them.</summary>
    private static string[] ExternalIdPrefixes(string text) => [.. new[] { text, text.ToUpperInvariant() }.Distinct()];

    /// <summary>
    /// "Smith, Jo", "Jo Smith", "Smith Jo": what is before a space may be the beginning of either name, and so may all of it: "van Dyke", "Mary Ann".
    /// </summary>
    private static List<NamePrefixes> NamesOf(string text)
    {
        var comma = text.IndexOf(',', StringComparison.Ordinal);
        if (comma >= 0 && PlainName.Of(text[..comma]) is { Length: > 0 } last && PlainName.Of(text[(comma + 1)..]) is { Length: > 0 } first)
            return [new(last, first)];
        var words = PlainName.Of(text);
        if (words.Length == 0)
            return [];
        List<NamePrefixes> ways = [new(words, null)];
        for (var at = words.IndexOf(' ', StringComparison.Ordinal); at >= 0 && ways.Count < MostWays; at = words.IndexOf(' ', at + 1))
            ways.Add(new(words[..at], words[(at + 1)..]));
        return ways;
    }

    /// <summary>The last four digits, as they stand on many a paper, or more of them.</summary>
    private static string? EndOf(string text) => string.Concat(text.Where(char.IsAsciiDigit)) is { Length: >= 4 and < 10 } digits ? digits : null;

    /// <summary>A whole number in any notation, or the digits with which one begins, with or without the 1.</summary>
    private static string? PhonePrefix(string text)
    {
        if (PhoneNumber.TryNormalize(text, out var e164, out _))
            return e164;
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return digits.Length == 0 ? null
            : text.StartsWith('+') ? $"+{digits}"
            : digits.StartsWith('1') ? $"+{digits}"
            : $"+1{digits}";
    }
}
