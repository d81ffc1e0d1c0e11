using System.Globalization;

namespace LabsToGo.Domain.Patients;

/// <summary>Dates of birth in the notations of American spreadsheets and of laboratory systems.</summary>
public static class BirthDate
{
    private static readonly string[] Written =
        ["d MMM yyyy", "d-MMM-yyyy", "MMM d, yyyy", "MMM d yyyy", "MMMM d, yyyy", "MMMM d yyyy", "d MMMM yyyy", "d-MMM-yy"];

    /// <param name="input"><c>yyyy-MM-dd</c>, <c>yyyyMMdd</c>, <c>M/d/yyyy</c> (also with - or . and a two-digit year), or with the month's name; a time of day
    /// is ignored.</param>
    /// <param name="today">Nobody is born after it; a two-digit year is the last such year before it.</param>
    /// <param name="date">Null when the input is empty.</param>
    /// <param name="reason">What is wrong with it, for the person who typed it.</param>
    public static bool TryParse(string? input, DateOnly today, out DateOnly? date, out string reason)
    {
        (date, reason) = (null, "");
        var text = input.AsSpan().Trim();
        if (text.IsEmpty)
            return true;
        if (!TryNumbers(text, today, out var parsed)
            && !DateOnly.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out parsed))
        {
            reason = "The date of birth can't be read. Use month/day/year or year-month-day.";
            return false;
        }
        if (!IsPlausible(parsed, today, out reason))
            return false;
        date = parsed;
        return true;
    }

    /// <summary>From 1900 until today.</summary>
    public static bool IsPlausible(DateOnly date, DateOnly today, out string reason)
    {
        reason = date > today ? "The date of birth lies in the future." : date.Year < 1900 ? "The date of birth lies before 1900." : "";
        return reason.Length == 0;
    }

    private static bool TryNumbers(ReadOnlySpan<char> text, DateOnly today, out DateOnly date)
    {
        date = default;
        // A date and time: 1980-01-31T00:00:00, 1/31/1980 0:00.
        var time = text.IndexOfAny('T', ' ');
        if (time > 0 && text.Length > time + 1 && char.IsAsciiDigit(text[time + 1]) && text[time..].Contains(':'))
            text = text[..time];

        Span<int> numbers = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var part = 0;
        foreach (var character in text)
        {
            if (char.IsAsciiDigit(character))
            {
                if (++lengths[part] > 8)
                    return false;
                numbers[part] = (numbers[part] * 10) + (character - '0');
            }
            else if (character is not ('/' or '-' or '.') || ++part > 2)
            {
                return false;
            }
        }
        if (part == 0 && lengths[0] == 8)
            return TryDate(numbers[0] / 10_000, numbers[0] / 100 % 100, numbers[0] % 100, out date);
        if (part != 2)
            return false;
        if (lengths[0] == 4)
            return TryDate(numbers[0], numbers[1], numbers[2], out date);
        if (lengths[2] == 4)
            return TryDate(numbers[2], numbers[0], numbers[1], out date);
        if (lengths[2] != 2)
            return false;
        var century = today.Year / 100 * 100;
        return TryDate(century + numbers[2] > today.Year ? century - 100 + numbers[2] : century + numbers[2], numbers[0], numbers[1], out date);
    }

    private static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        var valid = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = valid ? new DateOnly(year, month, day) : default;
        return valid;
    }
}
