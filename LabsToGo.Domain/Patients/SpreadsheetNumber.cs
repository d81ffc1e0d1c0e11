using System.Text.RegularExpressions;

namespace LabsToGo.Domain.Patients;

/// <summary>What a spreadsheet makes of many digits that it takes for a number.</summary>
internal static partial class SpreadsheetNumber
{
    /// <summary><c>4.06555E+09</c>: most of the digits are lost.</summary>
    public static bool IsRounded(string text) => text.Contains('e', StringComparison.OrdinalIgnoreCase) && Rounded().IsMatch(text);

    [GeneratedRegex(@"^\+?\d([.,]\d+)?[eE]\+?\d+$")]
    private static partial Regex Rounded();
}
