using System.Globalization;
using System.Text;

namespace LabsToGo.Domain.Patients;

/// <summary>
/// A name as it is compared and searched: in lower case, without accents, apostrophes and full stops, and with one space for what else parts its words.
/// The database's function <c>plain_name</c> says the same, and keeps it beside each name.
/// </summary>
public static class PlainName
{
    /// <summary>In characters; what is longer is cut off.</summary>
    public const int Longest = 100;

    public static string Of(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var character in name.Normalize(NormalizationForm.FormD))
        {
            if (Letters(character) is { } letters)
                plain.Append(letters);
            else if (IsSpace(character) && plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        if (plain.Length > Longest)
            plain.Length = Longest;
        return plain.ToString().TrimEnd(' ');
    }

    /// <summary>Null for a space; none for what is left out.</summary>
    private static string? Letters(char character) => character switch
    {
        >= 'a' and <= 'z' or >= '0' and <= '9' => $"{character}",
        '\'' or '’' or '‘' or 'ʼ' or '`' or '´' or '.' or >= '\u0300' and <= '\u036f' => "",
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'þ' or 'Þ' => "th",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ł' or 'Ł' => "l",
        'ı' => "i",
        _ when IsSpace(character) => null,
        _ => $"{char.ToLower(character, CultureInfo.InvariantCulture)}",
    };

    private static bool IsSpace(char character) =>
        character is '\u00a0' or '\u2009' or '\u202f' or >= '\u2010' and <= '\u2015'
        || (character < '\u0080' && !char.IsAsciiLetterOrDigit(character) && character is not ('\'' or '`' or '.'));
}
