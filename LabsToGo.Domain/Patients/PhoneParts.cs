namespace LabsToGo.Domain.Patients;

/// <summary>Takes apart what stands where a phone number should be.</summary>
internal static class PhoneParts
{
    /// <summary>They divide two numbers, or stand within one: 406/555-0112, 4,065,550,112.</summary>
    private const string WithinOrBetween = "/,;:";

    private const string Between = "#&|@=";

    /// <param name="text">Plain text.</param>
    public static List<PhonePart> Of(string text)
    {
        var parts = new List<PhonePart>();
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            if (char.IsAsciiDigit(text[at]) || text[at] == '+')
            {
                at = EndOfNumber(text, at);
                parts.Add(new PhonePart(PhonePartKind.Number, Spaced(text[from..at])));
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '\''))
                    at++;
                parts.Add(new PhonePart(PhonePartKind.Word, text[from..at].Replace("'", "", StringComparison.Ordinal).ToLowerInvariant()));
            }
            else
            {
                if (WithinOrBetween.Contains(text[at]) || Between.Contains(text[at]))
                    parts.Add(new PhonePart(PhonePartKind.Mark, text[at].ToString()));
                at++;
            }
        }
        return parts;
    }

    private static int EndOfNumber(string text, int from)
    {
        var digits = 0;
        var whole = text[from] == '+' ? 8 : text[from] == '1' ? 11 : 10;
        for (var at = from; at < text.Length; at++)
        {
            var character = text[at];
            if (char.IsAsciiDigit(character))
                digits++;
            else if (character == '+' ? digits > 0
                : WithinOrBetween.Contains(character) ? digits >= whole
                : char.IsLetter(character) || Between.Contains(character))
                return at;
        }
        return text.Length;
    }

    private static string Spaced(string number) =>
        string.Concat(number.Select(character => char.IsAsciiDigit(character) || character is '+' or '-' or '.' or '(' or ')' ? character : ' ')).Trim();
}
