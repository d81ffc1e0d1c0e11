using System.Globalization;
using System.Text;

namespace LabsToGo.Domain.Patients;

/// <summary>For numbers and dates, whose characters word processors and other alphabets write in their own way.</summary>
internal static class PlainText
{
    /// <returns>With the digits 0 to 9, one kind of dash, one kind of space, and without what can't be seen.</returns>
    public static string Of(string text)
    {
        if (Ascii.IsValid(text))
            return text.Trim();
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Append(plain, rune);
        var composed = plain.ToString().Normalize(NormalizationForm.FormKC);
        return composed.Trim();
    }

    /// <summary>Marks of writing direction, soft hyphens, byte order marks, joiners, and letters without ink.</summary>
    public static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is 0x034F or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or (>= 0xFE00 and <= 0xFE0F);

    public static bool IsSpace(Rune rune) => rune.Value == 0x2800 || (Rune.IsWhiteSpace(rune) && !Rune.IsControl(rune));

    private static void Append(StringBuilder plain, Rune rune)
    {
        if (IsInvisible(rune))
            return;
        var category = Rune.GetUnicodeCategory(rune);
        if (category == UnicodeCategory.DecimalDigitNumber)
            plain.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        else if (category == UnicodeCategory.DashPunctuation || rune.Value is 0x2212 or 0x30FC)
            plain.Append('-');
        else if (IsSpace(rune))
            plain.Append(' ');
        else
            plain.Append(rune.Value switch { 0x2018 or 0x2019 => "'", 0x2044 or 0x2215 => "/", _ => rune.ToString() });
    }
}
