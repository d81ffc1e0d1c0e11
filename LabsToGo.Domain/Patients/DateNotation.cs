using System.Globalization;

namespace LabsToGo.Domain.Patients;

/// <summary>Dates as people and programs write them, without a time of day.</summary>
internal static class DateNotation
{
    /// <summary>Excel's number of 1910-12-13; a smaller one is a year, or somebody's age.</summary>
    private const int FirstSerial = 4000;

    private static readonly string[] Months =
        ["JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER"];

    private static readonly string[] SpanishMonths =
        ["ENERO", "FEBRERO", "MARZO", "ABRIL", "MAYO", "JUNIO", "JULIO", "AGOSTO", "SEPTIEMBRE", "OCTUBRE", "NOVIEMBRE", "DICIEMBRE"];

    private static readonly string[] Weekdays = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

    /// <param name="text">Plain text.</param>
    /// <param name="today">What a year of two digits is never after.</param>
    public static bool TryRead(string text, DateOnly today, out DateOnly date)
    {
        date = default;
        var numbers = new List<string>();
        var month = 0;
        for (var at = 0; at < text.Length;)
        {
            var from = at;
            if (char.IsAsciiDigit(text[at]))
            {
                while (at < text.Length && char.IsAsciiDigit(text[at]))
                    at++;
                numbers.Add(text[from..at]);
            }
            else if (char.IsLetter(text[at]))
            {
                while (at < text.Length && char.IsLetter(text[at]))
                    at++;
                if (!TryWord(text[from..at].ToUpperInvariant(), afterDigit: from > 0 && char.IsAsciiDigit(text[from - 1]), ref month))
                    return false;
            }
            else if (!"/-.,' \\_:".Contains(text[at++]))
            {
                return false;
            }
        }
        return (numbers.Count, month) switch
        {
            (3, 0) => TryNumbers(numbers[0], numbers[1], numbers[2], today, out date),
            (2, > 0) => TryNamed(month, numbers[0], numbers[1], today, out date),
            (1, 0) => numbers[0] == text && TryCompact(text, today, out date),
            // 16500.0 or 16500.75, which is three quarters of a day later.
            (2, 0) => text == $"{numbers[0]}.{numbers[1]}" && (numbers[0].Length == 5 || !numbers[1].AsSpan().ContainsAnyExcept('0'))
                && TryCompact(numbers[0], today, out date),
            _ => false,
        };
    }

    public static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        var valid = year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = valid ? new DateOnly(year, month, day) : default;
        return valid;
    }

    private static bool TryWord(string word, bool afterDigit, ref int month)
    {
        if (word is "OF" or "THE" or "DE" or "DEL" or "DOB" or "BORN" || (afterDigit && word is "ST" or "ND" or "RD" or "TH"))
            return true;
        var found = word.Length < 3 ? 0 : Math.Max(NumberIn(Months, word), NumberIn(SpanishMonths, word is "SETIEMBRE" ? "SEPTIEMBRE" : word));
        if (found == 0)
            return word.Length >= 3 && Array.Exists(Weekdays, name => name.StartsWith(word, StringComparison.Ordinal));
        if (month > 0)
            return false;
        month = found;
        return true;
    }

    /// <returns>Of the month, counted from 1; 0 for another word.</returns>
    private static int NumberIn(string[] months, string word) => 1 + Array.FindIndex(months, name => name.StartsWith(word, StringComparison.Ordinal));

    /// <summary>The month before the day, unless it can't be.</summary>
    private static bool TryNumbers(string first, string second, string third, DateOnly today, out DateOnly date)
    {
        date = default;
        if (second.Length > 2)
            return false;
        if (first.Length == 4)
            return third.Length <= 2 && TryMonthDay(first, Number(second), Number(third), today, out date);
        return first.Length <= 2 && TryMonthDay(third, Number(first), Number(second), today, out date);
    }

    private static bool TryMonthDay(string year, int month, int day, DateOnly today, out DateOnly date) =>
        TryYear(year, month, day, today, out date) || (month > 12 && day <= 12 && TryYear(year, day, month, today, out date));

    /// <summary>4 Mar 1945, Mar 4 1945, 1945 Mar 4: of two short numbers the first one is the day.</summary>
    private static bool TryNamed(int month, string first, string second, DateOnly today, out DateOnly date)
    {
        date = default;
        var (day, year) = first.Length == 4 ? (second, first) : (first, second);
        return day.Length <= 2 && TryYear(year, month, Number(day), today, out date);
    }

    private static bool TryYear(string year, int month, int day, DateOnly today, out DateOnly date)
    {
        date = default;
        if (year.Length == 4)
            return TryDate(Number(year), month, day, out date);
        if (year.Length != 2)
            return false;
        var century = today.Year / 100 * 100;
        return (TryDate(century + Number(year), month, day, out date) && date <= today)
            || TryDate(century - 100 + Number(year), month, day, out date);
    }

    /// <summary>19450304, 03041945 (also without its first zero), or the number of days by which a spreadsheet counts.</summary>
    private static bool TryCompact(string digits, DateOnly today, out DateOnly date)
    {
        date = default;
        if (digits.Length is 7 or 8)
        {
            var text = digits.PadLeft(8, '0');
            var yearFirst = TryDate(Number(text[..4]), Number(text[4..6]), Number(text[6..]), out date) && date.Year >= 1800;
            return yearFirst || TryNumbers(text[..2], text[2..4], text[4..], today, out date);
        }
        // Excel counts from 1900 and has a 29 February in that year, which moves all later days by one.
        var zero = new DateOnly(1899, 12, 30);
        if (digits.Length is not (4 or 5) || Number(digits) < FirstSerial || Number(digits) > today.DayNumber - zero.DayNumber)
            return false;
        date = zero.AddDays(Number(digits));
        return true;
    }

    private static int Number(string digits) => int.Parse(digits.AsSpan(), NumberStyles.None, CultureInfo.InvariantCulture);
}
