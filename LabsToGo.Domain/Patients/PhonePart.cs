namespace LabsToGo.Domain.Patients;

/// <summary>A part of what stands where a phone number should be.</summary>
/// <param name="Kind">A number is digits with what people write between them; a word is letters alone, and lower case; a mark is one sign that divides.</param>
internal readonly record struct PhonePart(PhonePartKind Kind, string Text)
{
    public string Digits { get; } = Kind == PhonePartKind.Number ? string.Concat(Text.Where(char.IsAsciiDigit)) : "";

    /// <summary>As long as a whole number is: with its area code, or with its country.</summary>
    public bool IsWhole => Digits.Length == 10 || (Digits.Length == 11 && Digits[0] == '1') || (IsInternational && Digits.Length >= 8 && !IsTwo);

    /// <summary>No number is so long: two were written without anything between them.</summary>
    public bool IsTwo => Digits.Length >= (IsInternational ? Text.StartsWith('+') ? 16 : 18 : 14);

    private bool IsInternational => Text.StartsWith('+') || (Digits.Length > 11
        && (IsDialledFromAbroad || Digits.StartsWith("011", StringComparison.Ordinal)));

    /// <summary>Behind 00 comes a country in most of the world. Shorter, it is a number that a program has filled up with zeros.</summary>
    private bool IsDialledFromAbroad => Digits.Length >= 13 && Digits.StartsWith("00", StringComparison.Ordinal) && Digits[2] != '0';
}
