namespace LabsToGo.Domain.Patients;

/// <summary>Postal codes as they are kept: <c>12345</c>, <c>12345-6789</c>, or a Canadian <c>A1A 1A1</c>.</summary>
public static class PostalCode
{
    /// <param name="input">With or without the +4; three or four digits are a ZIP code whose leading zeros a spreadsheet has eaten.</param>
    /// <param name="code">Null when the input is empty.</param>
    /// <returns>False when it is no postal code.</returns>
    public static bool TryNormalize(string? input, out string? code)
    {
        code = null;
        var text = input.AsSpan().Trim();
        if (text.IsEmpty)
            return true;
        if (text.Length == 5 && AllDigits(text))
        {
            code = text.Length == input!.Length ? input : text.ToString();
            return true;
        }

        var dash = text.IndexOf('-');
        var zip = dash < 0 && text.Length == 9 ? text[..5] : dash < 0 ? text : text[..dash];
        var plus4 = dash < 0 && text.Length == 9 ? text[5..] : dash < 0 ? default : text[(dash + 1)..];
        if (zip.Length is >= 3 and <= 5 && AllDigits(zip) && plus4.Length is 0 or 4 && AllDigits(plus4))
            code = plus4.IsEmpty ? zip.ToString().PadLeft(5, '0') : $"{zip.ToString().PadLeft(5, '0')}-{plus4}";
        else if (IsCanadian(text))
            code = $"{text[..3]} {text[^3..]}".ToUpperInvariant();
        return code is not null;
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsCanadian(ReadOnlySpan<char> text) =>
        (text.Length == 6 || (text.Length == 7 && text[3] is ' ' or '-'))
        && char.IsAsciiLetter(text[0]) && char.IsAsciiDigit(text[1]) && char.IsAsciiLetter(text[2])
        && char.IsAsciiDigit(text[^3]) && char.IsAsciiLetter(text[^2]) && char.IsAsciiDigit(text[^1]);
}
