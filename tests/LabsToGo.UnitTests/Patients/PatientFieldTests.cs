using System.Globalization;
using CsCheck;
using LabsToGo.Domain.Patients;

namespace LabsToGo.UnitTests.Patients;

public class PatientFieldTests
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
    [InlineData("1899-12-31", "before 1900")]
    public void A_birthday_that_cannot_be_is_refused_in_words(string input, string expected)
    {
        Assert.False(BirthDate.TryParse(input, Today, out var date, out var reason));
        Assert.Null(date);
        Assert.Contains(expected, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_day_since_1900_is_read_back_from_every_notation() =>
        Gen.Int[0, Today.DayNumber - new DateOnly(1900, 1, 1).DayNumber].Sample(days =>
        {
            var day = new DateOnly(1900, 1, 1).AddDays(days);
            return ((string[])["yyyy-MM-dd", "M/d/yyyy", "MM/dd/yyyy", "yyyyMMdd", "d MMM yyyy"]).All(notation =>
                BirthDate.TryParse(day.ToString(notation, CultureInfo.InvariantCulture), Today, out var read, out _) && read == day);
        });

    [Theory]
    [InlineData("10001", "10001")]
    [InlineData("2108", "02108")]
    [InlineData("100011234", "10001-1234")]
    [InlineData("10001-1234", "10001-1234")]
    [InlineData("k1a0b1", "K1A 0B1")]
    [InlineData("", null)]
    public void A_postal_code_is_kept_in_one_notation(string input, string? expected)
    {
        Assert.True(PostalCode.TryNormalize(input, out var code));
        Assert.Equal(expected, code);
    }

    [Theory]
    [InlineData("ABCDE")]
    [InlineData("12")]
    [InlineData("123456")]
    [InlineData("10001-12")]
    public void What_is_no_postal_code_is_refused(string input) => Assert.False(PostalCode.TryNormalize(input, out _));

    [Theory]
    [InlineData("ny", "NY")]
    [InlineData(" New York ", "NY")]
    [InlineData("district of columbia", "DC")]
    [InlineData("WY", "WY")]
    public void A_state_may_be_a_code_or_a_name(string input, string expected)
    {
        Assert.True(UsStates.TryNormalize(input, out var code));
        Assert.Equal(expected, code);
    }

    [Theory]
    [InlineData("ZZ")]
    [InlineData("")]
    [InlineData("Ontario")]
    public void What_is_no_state_is_refused(string input) => Assert.False(UsStates.TryNormalize(input, out _));
}
