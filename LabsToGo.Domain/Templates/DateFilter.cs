using System.Globalization;
using Scriban.Functions;

namespace LabsToGo.Domain.Templates;

/// <summary>Liquid's <c>date</c>, which Scriban does not have: <c>{{ 'now' | date: '%A, %B %-d' }}</c>.</summary>
internal static class DateFilter
{
    public const string Name = "date";

    private static readonly DateTimeFunctions Strftime = new();

    /// <param name="value">A date, or <c>now</c> or <c>today</c>.</param>
    /// <param name="format">By strftime; <c>%-d</c> is a day without its zero.</param>
    /// <param name="now">Where the laboratory is.</param>
    /// <returns>Null where the value is no date, so that the text is not sent.</returns>
    public static string? Format(object? value, string? format, DateTime now)
    {
        DateTime? date = value switch
        {
            "now" or "today" => now,
            string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var parsed) => parsed,
            _ => null,
        };
        return date is null ? null : Strftime.ToString(date, WithoutZeros(format ?? "%F", date.Value), CultureInfo.InvariantCulture);
    }

    private static string WithoutZeros(string format, DateTime date) => format
        .Replace("%-d", date.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("%-m", date.Month.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
