using System.Text.RegularExpressions;

namespace LabsToGo.Domain.Patients;

/// <summary>Dates of birth in the notations of American spreadsheets and of laboratory systems.</summary>
public static partial class BirthDate
{
    /// <summary>What Excel, Access, SQL Server, Windows and .NET give for "no date", and a database for "for ever".</summary>
    private static readonly DateOnly[] NoDates =
        [new(1900, 1, 1), new(1899, 12, 30), new(1753, 1, 1), new(1601, 1, 1), DateOnly.MinValue, DateOnly.MaxValue];

    /// <param name="input">
    /// <c>yyyy-MM-dd</c>, <c>yyyyMMdd</c>, <c>M/d/yyyy</c> (also with - or . and a two-digit year; the day first where it can't be the month), with the month's
    /// name, or as the number that a spreadsheet keeps for a day. A time of day is ignored.
    /// </param>
    /// <param name="today">Nobody is born after it; a two-digit year is the last such year that makes a day before it.</param>
    /// <param name="date">Null when the input is empty, or stands for no date: <c>00/00/0000</c>, <c>1/0/1900</c>.</param>
    /// <param name="reason">What is wrong with it, for the person who typed it.</param>
    public static bool TryParse(string? input, DateOnly today, out DateOnly? date, out string reason)
    {
        (date, reason) = (null, "");
        if (string.IsNullOrWhiteSpace(input))
            return true;
        if (!TryPlain(input.AsSpan().Trim(), out var parsed) || parsed > today || parsed.Year <= 1900)
        {
            var text = WithoutTime(PlainText.Of(input));
            if (IsNoDate(text))
                return true;
            if (!DateNotation.TryRead(text, today, out parsed))
            {
                reason = "The date of birth can't be read. Use month/day/year or year-month-day.";
                return false;
            }
            if (NoDates.Contains(parsed))
                return true;
            if (!IsPlausible(parsed, today, out reason))
                return false;
        }
        date = parsed;
        return true;
    }

    /// <summary>From 1900 until today.</summary>
    public static bool IsPlausible(DateOnly date, DateOnly today, out string reason)
    {
        reason = date > today ? "The date of birth lies in the future." : date.Year < 1900 ? "The date of birth lies before 1900." : "";
        return reason.Length == 0;
    }

    /// <summary>What nearly every row of an import has: <c>M/d/yyyy</c> or <c>yyyy-M-d</c>.</summary>
    private static bool TryPlain(ReadOnlySpan<char> text, out DateOnly date)
    {
        date = default;
        Span<int> numbers = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var part = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                if (++lengths[part] > 4)
                    return false;
                numbers[part] = (numbers[part] * 10) + (character - '0');
            }
            else if (character is not ('/' or '-') || ++part > 2)
            {
                return false;
            }
        }
        if (part != 2 || lengths[1] is 0 or > 2)
            return false;
        return lengths[2] == 4 && lengths[0] is 1 or 2 ? DateNotation.TryDate(numbers[2], numbers[0], numbers[1], out date)
            : lengths[0] == 4 && lengths[2] is 1 or 2 && DateNotation.TryDate(numbers[0], numbers[1], numbers[2], out date);
    }

    /// <summary>The mask of a form that nobody filled in; zeros, or nines; Excel's day 0.</summary>
    private static bool IsNoDate(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        var letters = string.Concat(text.Where(char.IsLetter));
        return digits.Length == 0
            ? letters.All(letter => letter is 'm' or 'd' or 'y' or 'x' or 'M' or 'D' or 'Y' or 'X')
            : (letters.Length == 0 && IsFiller(digits)) || DayZero().IsMatch(text);
    }

    private static bool IsFiller(string digits) => !digits.AsSpan().ContainsAnyExcept(digits[0])
        && (digits[0] == '0' || digits.Length == 8 || (digits[0] == '9' && digits.Length == 6));

    private static string WithoutTime(string text) => Compact().Match(text) is { Success: true } compact
        ? compact.Groups[1].Value
        : Time().Replace(text, " ").Trim();

    /// <summary>19450304000000, as laboratory systems send it.</summary>
    [GeneratedRegex(@"^(\d{8})[T ]?\d{4}(\d{2})?([.,]\d+)?(Z|[+-]\d{4})?$", RegexOptions.IgnoreCase)]
    private static partial Regex Compact();

    [GeneratedRegex(
        @"(?<=^\d{4}-\d{2}-\d{2})(Z|[+-]\d{2}:\d{2})$"
            + @"|((?<=\d)T|^|[\s,@]+(at\s+)?)"
            + @"(\d{1,2}:\d{2}(:\d{2}([.,:]\d+)?)?(\s*[ap]\.?m\.?)?|\d{1,2}([:.]\d{2}){0,2}([.,:]\d+)?\s*[ap]\.?m\.?)"
            + @"(\s*(Z|(UTC|GMT)?[+-]\d{1,2}(:?\d{2})?|UTC|GMT|[A-Z]{1,3}[SD]?T))?(\s*\(.*\))?(?=$|[\s,])",
        RegexOptions.IgnoreCase)]
    private static partial Regex Time();

    [GeneratedRegex("^(0?1[/.-]0{1,2}[/.-](19)?00|1900-0?1-0{1,2}|0{1,2}[ -]?Jan(uary)?[ -]?(19)?00|Jan(uary)? 0{1,2},? (19)?00)$", RegexOptions.IgnoreCase)]
    private static partial Regex DayZero();
}
