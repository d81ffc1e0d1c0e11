using System.Buffers;
using System.Text;

namespace LabsToGo.Domain.Patients;

/// <summary>What stands in a cell of a file or in a field of a form, without what a program has put around it or nobody can see.</summary>
public static class CellText
{
    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("+-.0123456789");

    private static readonly SearchValues<char> OfFormulas = SearchValues.Create("=+-@(.#");

    /// <returns>The text itself when there is nothing to mend, as nearly always.</returns>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text) || IsClean(text))
            return text ?? "";
        return Unwrap(Visible(text.Trim()));
    }

    /// <summary>For a name: what stands for "nobody wrote one" is empty. Null, None and Na are surnames, and stay.</summary>
    public static string CleanName(string? text)
    {
        var clean = Clean(text);
        return NoValue.StandsForAName(clean) ? "" : clean;
    }

    /// <summary>For everything else.</summary>
    public static string CleanValue(string? text)
    {
        var clean = Clean(text);
        return NoValue.Stands(clean) ? "" : clean;
    }

    /// <summary>
    /// For the key of another system, and for a ZIP code. A spreadsheet's number ends in <c>.0</c>; zeros alone are nobody's key, and everybody's who has none.
    /// </summary>
    public static string CleanKey(string? text)
    {
        var clean = CleanValue(text);
        if (!Ascii.IsValid(clean))
            clean = PlainText.Of(clean);
        var digits = clean.AsSpan().IndexOfAnyExceptInRange('0', '9');
        if (digits > 0 && clean[digits] == '.' && digits + 1 < clean.Length && !clean.AsSpan(digits + 1).ContainsAnyExcept('0'))
            clean = clean[..digits];
        return clean.AsSpan().ContainsAnyExcept('0') ? clean : "";
    }

    /// <summary>Printable characters that are composed already, no two spaces together, and nothing that a spreadsheet begins with.</summary>
    private static bool IsClean(string text)
    {
        if (text[0] is '=' or '\'' or '"' or ' ' || text[^1] == ' ')
            return false;
        var before = 'x';
        foreach (var character in text)
        {
            if (character is not ((>= ' ' and <= '~') or (>= '\u00C0' and <= '\u02AF')) || (character == ' ' && before == ' '))
                return false;
            before = character;
        }
        return true;
    }

    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (PlainText.IsInvisible(rune))
                continue;
            if (!PlainText.IsSpace(rune))
                visible.Append(rune.ToString());
            else if (visible.Length > 0 && visible[^1] != ' ')
                visible.Append(' ');
        }
        return visible.ToString().Trim().Normalize(NormalizationForm.FormC);
    }

    /// <summary><c>="02108"</c> and <c>'02108</c> keep a spreadsheet from taking the text for a number.</summary>
    private static string Unwrap(string text)
    {
        while (true)
        {
            var inner = text switch
            {
                ['=', '"', .., '"'] when text.Length > 2 => text[2..^1].Replace("\"\"", "\"", StringComparison.Ordinal),
                ['"', .., '"'] when text.Length > 1 && !text.AsSpan(1, text.Length - 2).Contains('"') => text[1..^1],
                ['=', ..] when text.Length > 1 && !text.AsSpan(1).ContainsAnyExcept(OfNumbers) => text[1..],
                ['\'', .., '\''] when text.Length > 1 => text[1..^1],
                ['\'', var next, ..] when (char.IsLetterOrDigit(next) || OfFormulas.Contains(next)) && !IsDutch(text) => text[1..],
                _ => text,
            };
            if (inner.Length == text.Length)
                return text;
            text = inner.Trim();
        }
    }

    /// <summary>'t Hooft, 's-Gravesande.</summary>
    private static bool IsDutch(string text) => text is ['\'', 't' or 's' or 'n', ' ' or '-', ..];
}
