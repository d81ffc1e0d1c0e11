using System.Globalization;
using CsCheck;
using LabsToGo.Domain.Patients;

namespace LabsToGo.UnitTests.Patients;

public class BirthDateTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    [Theory]
    [InlineData("1980-01-31")]
    [InlineData("19800131")]
    [InlineData("01/31/1980")]
    [InlineData("1/31/1980")]
    [InlineData("1-31-1980")]
    [InlineData("1/31/80")]
    [InlineData("Jan 31, 1980")]
    [InlineData("31-Jan-1980")]
    [InlineData("1980-01-31T00:00:00")]
    [InlineData("1/31/1980 0:00")]
    [InlineData("1/31/1980 12:00:00 AM")]
    [InlineData("1/31/80 12 AM")]
    [InlineData("1980-01-31T00:00:00Z")]
    [InlineData("1980-01-31T05:00:00.000Z")]
    [InlineData("1980-01-31 00:00:00.0000000 -05:00")]
    [InlineData("1980-01-31T00:00:00-05:00")]
    [InlineData("1980-01-31Z")]
    [InlineData("1980-01-31-05:00")]
    [InlineData("DOB: 1/31/1980")]
    [InlineData("1⁄31⁄1980")]
    [InlineData("19800131000000")]
    [InlineData("198001310000-0500")]
    [InlineData("19800131T000000Z")]
    [InlineData("Thu Jan 31 00:00:00 EST 1980")]
    [InlineData("Thu Jan 31 1980 00:00:00 GMT-0500 (Eastern Standard Time)")]
    [InlineData("Thu, 31 Jan 1980 00:00:00 GMT")]
    [InlineData("31-JAN-80 12.00.00.000000 AM")]
    [InlineData("1980-1-31")]
    [InlineData("1980/01/31")]
    [InlineData("1980.01.31")]
    [InlineData("01.31.1980")]
    [InlineData("31/01/1980")]
    [InlineData("31.1.1980")]
    [InlineData("31-01-80")]
    [InlineData("01311980")]
    [InlineData("1311980")]
    [InlineData("31011980")]
    [InlineData("January 31st, 1980")]
    [InlineData("Jan. 31 1980")]
    [InlineData("Jan 31 '80")]
    [InlineData("31 January 1980")]
    [InlineData("31st of January, 1980")]
    [InlineData("31JAN1980")]
    [InlineData("31jan80")]
    [InlineData("31-Jan-80")]
    [InlineData("31-JAN-80")]
    [InlineData("Jan-31-80")]
    [InlineData("1980-Jan-31")]
    [InlineData("1980 January 31")]
    [InlineData("Thursday, January 31, 1980")]
    [InlineData("1–31–1980")]
    [InlineData("１/３１/１９８０")]
    [InlineData("29251")]
    [InlineData("29251.0")]
    [InlineData("29251.5")]
    public void A_birthday_is_read_in_the_usual_notations(string input)
    {
        Assert.True(BirthDate.TryParse(input, Today, out var date, out _));
        Assert.Equal(new DateOnly(1980, 1, 31), date);
    }

    [Theory]
    [InlineData("13/45/1980", "can't be read")]
    [InlineData("02/30/1971", "can't be read")]
    [InlineData("yesterday", "can't be read")]
    [InlineData("1/2", "can't be read")]
    [InlineData("06/02/2026", "future")]
    [InlineData("2-Jun-2026", "future")]
    [InlineData("20260602", "future")]
    [InlineData("1945", "can't be read")]
    [InlineData("81", "can't be read")]
    [InlineData("46175", "can't be read")]
    [InlineData("45-03-04", "can't be read")]
    [InlineData("32/01/1950", "can't be read")]
    [InlineData("00/15/1950", "can't be read")]
    [InlineData("31-Feb-1950", "can't be read")]
    [InlineData("March 1945", "can't be read")]
    [InlineData("3/4/5", "can't be read")]
    [InlineData("03/04/195O", "can't be read")]
    [InlineData("Mar Apr 4 1945", "can't be read")]
    [InlineData("1899-12-31", "before 1900")]
    public void A_birthday_that_cannot_be_is_refused_in_words(string input, string expected)
    {
        Assert.False(BirthDate.TryParse(input, Today, out var date, out var reason));
        Assert.Null(date);
        Assert.Contains(expected, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_day_since_1900_is_read_back_from_every_notation() =>
        Gen.Int[1, Today.DayNumber - new DateOnly(1900, 1, 1).DayNumber].Sample(days =>
        {
            var day = new DateOnly(1900, 1, 1).AddDays(days);
            return ((string[])["yyyy-MM-dd", "M/d/yyyy", "MM/dd/yyyy", "yyyyMMdd", "MMddyyyy", "d MMM yyyy", "MMMM d, yyyy",
                "ddMMMyyyy", "yyyy-MM-dd'T00:00:00'", "M/d/yyyy' 12:00:00 AM'"]).All(notation =>
                BirthDate.TryParse(day.ToString(notation, CultureInfo.InvariantCulture), Today, out var read, out _) && read == day);
        });

    [Fact]
    public void A_year_of_two_digits_is_the_last_one_that_is_not_after_today_in_every_notation() =>
        Gen.Int[-36_524, 0].Sample(days =>
        {
            var day = Today.AddDays(days);
            return ((string[])["M/d/yy", "MM-dd-yy", "d-MMM-yy", "ddMMMyy", "MMM d, yy", "d MMMM yy"]).All(notation =>
                BirthDate.TryParse(day.ToString(notation, CultureInfo.InvariantCulture), Today, out var read, out _) && read == day);
        });

    [Theory]
    [InlineData("4 de marzo de 1945", "1945-03-04")]
    [InlineData("4-ene-45", "1945-01-04")]
    [InlineData("04/abr/1945", "1945-04-04")]
    [InlineData("1 ago 1980", "1980-08-01")]
    [InlineData("31 Dic. 1980", "1980-12-31")]
    [InlineData("1 de setiembre del 1980", "1980-09-01")]
    [InlineData("5 mayo 1980", "1980-05-05")]
    public void Spanish_months_are_understood(string input, string expected)
    {
        Assert.True(BirthDate.TryParse(input, Today, out var date, out var reason), reason);
        Assert.Equal(expected, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("4-Mar-45", "1945-03-04")]
    [InlineData("6/1/26", "2026-06-01")]
    [InlineData("6/2/26", "1926-06-02")]
    [InlineData("Dec 31, 26", "1926-12-31")]
    [InlineData("2/29/24", "2024-02-29")]
    [InlineData("02/29/28", "1928-02-29")]
    [InlineData("13/04/1950", "1950-04-13")]
    [InlineData("04/13/1950", "1950-04-13")]
    [InlineData("16500", "1945-03-04")]
    [InlineData("9999", "1927-05-17")]
    [InlineData("46174", "2026-06-01")]
    public void A_doubtful_notation_has_one_meaning(string input, string expected)
    {
        Assert.True(BirthDate.TryParse(input, Today, out var date, out var reason), reason);
        Assert.Equal(expected, date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00/00/0000")]
    [InlineData("0000-00-00")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("00000000")]
    [InlineData("0")]
    [InlineData("0.0")]
    [InlineData("1/0/1900")]
    [InlineData("01/00/1900 0:00")]
    [InlineData("1/0/00")]
    [InlineData("0-Jan-00")]
    [InlineData("Jan 0, 1900")]
    [InlineData("1900-01-00")]
    [InlineData("1/1/1900")]
    [InlineData("1900-01-01T00:00:00")]
    [InlineData("12/30/1899")]
    [InlineData("12:00:00 AM")]
    [InlineData("0001-01-01T00:00:00")]
    [InlineData("1/1/1753")]
    [InlineData("9999-12-31")]
    [InlineData("99/99/9999")]
    [InlineData("99/99/99")]
    [InlineData("__/__/____")]
    [InlineData("  /  /    ")]
    [InlineData("mm/dd/yyyy")]
    public void What_stands_for_no_date_is_empty(string input)
    {
        Assert.True(BirthDate.TryParse(input, Today, out var date, out var reason), reason);
        Assert.Null(date);
    }

    [Fact]
    public void No_text_whatever_makes_it_throw() =>
        Gen.String.Sample(text => BirthDate.TryParse(text, Today, out var date, out _) ? date is null || date <= Today : date is null);
}
