using System.Text.RegularExpressions;

namespace LabsToGo.Domain.Patients;

/// <summary>Postal codes as they are kept: <c>12345</c>, <c>12345-6789</c>, or a Canadian <c>A1A 1A1</c>.</summary>
public static partial class PostalCode
{
    /// <param name="input">
    /// With or without the +4, also behind its state; three or four digits are a ZIP code whose leading zeros a spreadsheet has eaten, eight one with its +4.
    /// </param>
    /// <param name="code">Null when the input is empty, or only fills its place.</param>
    /// <returns>False when it is no postal code.</returns>
    public static bool TryNormalize(string? input, out string? code)
    {
        code = null;
        if (string.IsNullOrWhiteSpace(input))
            return true;
        code = input.Length == 5 && AllDigits(input) ? input : Find(PlainText.Of(input).ToUpperInvariant());
        if (code is null)
            return false;
        if (code.StartsWith("00000", StringComparison.Ordinal) || code.StartsWith("99999", StringComparison.Ordinal))
            code = null;
        return true;
    }

    private static string? Find(string text)
    {
        if (WithoutZeros().Match(text) is { Success: true } eaten)
            return Joined(eaten.Groups[1].Value.PadLeft(5, '0'), eaten.Groups[2].Value);
        if (text.Length == 8 && AllDigits(text))
            return Joined($"0{text[..4]}", text[4..]);
        var zip = Zip().Match(text);
        if (zip.Success && IsPassedOver(text.Remove(zip.Index, zip.Length)))
            return Joined(zip.Groups[1].Value, zip.Groups[2].Value);
        var canadian = Canadian().Match(text);
        return canadian.Success && IsPassedOver(text.Remove(canadian.Index, canadian.Length)) ? $"{canadian.Groups[1]} {canadian.Groups[2]}" : null;
    }

    private static string Joined(string zip, string plus4) => plus4 is "" or "0000" ? zip : $"{zip}-{plus4}";

    /// <summary>What may stand beside the code: its name, a state, a country.</summary>
    private static bool IsPassedOver(string rest)
    {
        var words = rest.Trim(' ', '-', ',', ':', '.', '#', '(', ')', '+', '_', '/', ';', '*');
        return words.Length == 0 || Named().IsMatch(words) || (!words.Any(char.IsAsciiDigit) && UsStates.TryNormalize(words, out _));
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');

    [GeneratedRegex(@"^(\d{3,5})(?:-|\s*-\s*(\d{4}))?(?:\.0+)?$")]
    private static partial Regex WithoutZeros();

    [GeneratedRegex(@"(?<!\d)(\d{5})[\s_/+.-]*(\d{4})?(?:\.0+)?(?!\d)")]
    private static partial Regex Zip();

    [GeneratedRegex(@"(?<![A-Z\d])([A-Z]\d[A-Z])[\s-]*(\d[A-Z]\d)(?![A-Z\d])")]
    private static partial Regex Canadian();

    [GeneratedRegex(@"^(ZIP|ZIP ?CODE|POSTAL ?CODE|POST ?CODE|CODE|US|USA|CANADA)$")]
    private static partial Regex Named();
}
