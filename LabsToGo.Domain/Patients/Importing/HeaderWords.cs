using System.Text;

namespace LabsToGo.Domain.Patients.Importing;

/// <summary>The words of a column's name: <c>SMS_OptOut (Y/N)</c> is <c>sms opt out y n</c>.</summary>
public static class HeaderWords
{
    /// <summary>In lower case, with one space between two; a new one begins at a capital and at a digit as well.</summary>
    public static string Of(string header)
    {
        var words = new StringBuilder(header.Length + 8);
        var before = ' ';
        for (var at = 0; at < header.Length; at++)
        {
            // "don't" and "D.O.B." are one word each.
            if (header[at] is '\'' or '’' or '.')
                continue;
            var character = char.IsLetterOrDigit(header[at]) ? header[at] : ' ';
            if (character == ' ' ? before != ' ' : before != ' ' && Begins(header, at, before))
                words.Append(' ');
            if (character != ' ')
                words.Append(char.ToLowerInvariant(character));
            before = character;
        }
        return words.ToString().Trim();
    }

    /// <summary>As "Out" in "OptOut" and "Consent" in "SMSConsent", "2" and "Text" in "OK2Text".</summary>
    private static bool Begins(string header, int at, char before) =>
        char.IsDigit(header[at]) != char.IsDigit(before)
        || (char.IsUpper(header[at])
            && (char.IsLower(before) || (at + 2 < header.Length && char.IsLower(header[at + 1]) && char.IsLower(header[at + 2]))));
}
