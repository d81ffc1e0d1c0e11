using System.Collections.Frozen;

namespace LabsToGo.Domain.Patients;

/// <summary>What programs and people write where nothing is known.</summary>
internal static class NoValue
{
    private const int Longest = 20;

    /// <summary>In letters and digits alone.</summary>
    private static readonly FrozenSet<string> Words =
        ("na nan nat null nil none nill unknown unk unkn undefined tbd tba tbc missing empty blank novalue nodata noinfo noinformation notavailable " +
            "notapplicable notgiven notprovided notknown notstated notspecified notonfile nonegiven unavailable unspecified notset notentered")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordsBySpan = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="text">Clean.</param>
    public static bool Stands(string text)
    {
        if (text.Length > Longest)
            return !HasLetterOrDigit(text);
        Span<char> letters = stackalloc char[Longest];
        var length = 0;
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character))
                letters[length++] = character;
        }
        return length == 0 || IsSpreadsheetError(text) || text == "\\N" || WordsBySpan.Contains(letters[..length]);
    }

    /// <summary>Only what can't be anybody's name: <c>N/A</c>, <c>#REF!</c>, <c>(null)</c>, <c>-</c>.</summary>
    public static bool StandsForAName(string text) =>
        text.Length <= Longest && !IsLetters(text)
        && (IsSpreadsheetError(text) || !HasLetterOrDigit(text) || IsMarked(text))
        || text is "NaN" or "undefined";

    /// <summary>Error values are in capitals behind a number sign: #N/A, #VALUE!, #DIV/0!; a column too narrow shows #### alone.</summary>
    private static bool IsSpreadsheetError(string text) =>
        text is ['#', >= 'A' and <= 'Z', ..] && (text[^1] is '!' or '?' || text is "#N/A" or "#NA" || text.StartsWith("#GETTING", StringComparison.Ordinal));

    /// <summary>Written so that nobody takes it for a name: between brackets, or with a stroke.</summary>
    private static bool IsMarked(string text) =>
        (text[0] is '(' or '[' or '<' or '{' or '\\' or '#' || text.Contains('/', StringComparison.Ordinal)) && Stands(text);

    private static bool IsLetters(string text)
    {
        foreach (var character in text)
        {
            if (!char.IsLetter(character))
                return false;
        }
        return text.Length > 0;
    }

    private static bool HasLetterOrDigit(string text)
    {
        foreach (var character in text)
        {
            if (char.IsLetterOrDigit(character) || char.IsSurrogate(character))
                return true;
        }
        return false;
    }
}
