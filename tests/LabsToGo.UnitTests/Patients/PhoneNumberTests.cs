using CsCheck;
using LabsToGo.Domain.Patients;

namespace LabsToGo.UnitTests.Patients;

public class PhoneNumberTests
{
    private static readonly Gen<string> AmericanNumbers =
        Gen.Select(Gen.Int[200, 999], Gen.Int[200, 999], Gen.Int[0, 9999], (area, exchange, line) => $"{area:D3}{exchange:D3}{line:D4}")
            .Where(number => number[1..3] != "11" && number[4..6] != "11" && number[..3] != "900" && number[3..6] != "976"
                && (number[..3].Distinct().Count() > 1 || number[0] == '8') && number[3..].Distinct().Count() > 1 && number[3..] != "5551212");

    [Theory]
    [InlineData("2125550101")]
    [InlineData("12125550101")]
    [InlineData("+12125550101")]
    [InlineData("(212) 555-0101")]
    [InlineData("212-555-0101")]
    [InlineData("212.555.0101")]
    [InlineData("  212 555 0101 ")]
    [InlineData("1-212-555-0101")]
    [InlineData("+1 (212) 555-0101")]
    [InlineData("tel:+1-212-555-0101")]
    [InlineData("001 212 555 0101")]
    [InlineData("011 1 212 555 0101")]
    [InlineData("(212)5550101")]
    [InlineData("212/555-0101")]
    [InlineData("212_555_0101")]
    [InlineData("2,125,550,101")]
    [InlineData("2125550101.0")]
    [InlineData("12125550101.00")]
    [InlineData("'2125550101")]
    [InlineData("+1 (212) 555–0101")]
    [InlineData("212—555‑0101")]
    [InlineData("212\u00A0555\u202F0101")]
    [InlineData("\u200E212-555-0101\u202C\uFEFF")]
    [InlineData("212\u00AD555\u200B0101")]
    [InlineData("２１２－５５５－０１０１")]
    [InlineData("＋１（２１２）５５５−０１０１")]
    [InlineData("٢١٢٥٥٥٠١٠١")]
    public void Any_common_notation_becomes_one_number(string input) => Assert.Equal("+12125550101", Taken(input));

    [Theory]
    [InlineData("+44 20 7946 0123", "+442079460123")]
    [InlineData("0044 20 7946 0123", "+442079460123")]
    [InlineData("011 44 20 7946 0123", "+442079460123")]
    [InlineData("+44 (0)20 7946 0123", "+442079460123")]
    [InlineData("+49 30 23125 123", "+493023125123")]
    [InlineData("+52 55 5555 0123", "+525555550123")]
    public void A_number_of_another_country_keeps_its_country(string input, string expected)
    {
        Assert.True(PhoneNumber.TryNormalize(input, out var e164, out _));
        Assert.Equal(expected, e164);
    }

    [Theory]
    [InlineData(null, "missing")]
    [InlineData("", "missing")]
    [InlineData("   ", "missing")]
    [InlineData("unknown", "not a phone number")]
    [InlineData("n/a", "not a phone number")]
    [InlineData("555-0101", "too short")]
    [InlineData("212-555-010", "too short")]
    [InlineData("212-555-01011", "too long")]
    [InlineData("1.2125550E+10", "spreadsheet")]
    [InlineData("2.12555E+09", "spreadsheet")]
    [InlineData("(123) 555-0101", "does not exist")]
    [InlineData("(212) 155-0101", "does not exist")]
    [InlineData("911-555-0101", "does not exist")]
    public void What_is_wrong_is_said_in_words(string? input, string expected)
    {
        Assert.False(PhoneNumber.TryNormalize(input, out var e164, out var reason));
        Assert.Equal("", e164);
        Assert.Contains(expected, reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_American_number_is_the_same_in_every_notation() =>
        AmericanNumbers.Sample(number =>
        {
            var (area, exchange, line) = (number[..3], number[3..6], number[6..]);
            string[] notations =
                [number, $"1{number}", $"+1{number}", $"({area}) {exchange}-{line}", $"{area}.{exchange}.{line}", $"+1 {area} {exchange} {line}"];
            return notations.All(notation => PhoneNumber.TryNormalize(notation, out var e164, out _) && e164 == $"+1{number}");
        });

    [Fact]
    public void A_normalised_number_stays_as_it_is() =>
        AmericanNumbers.Sample(number =>
            PhoneNumber.TryNormalize(number, out var once, out _) && PhoneNumber.TryNormalize(once, out var twice, out _) && once == twice);

    [Fact]
    public void The_number_as_it_is_shown_can_be_typed_again() =>
        AmericanNumbers.Sample(number => PhoneNumber.TryNormalize(PhoneNumber.Format($"+1{number}"), out var e164, out _) && e164 == $"+1{number}");

    [Fact]
    public void No_text_whatever_makes_it_throw_or_accept_half_a_number() =>
        Gen.String.Sample(text =>
            PhoneNumber.TryNormalize(text, out var e164, out var reason)
                ? e164.Length is > 4 and <= 16 && e164[0] == '+' && e164.Skip(1).All(char.IsAsciiDigit)
                : e164.Length == 0 && reason.Length > 0);

    private static string Taken(string input)
    {
        Assert.True(PhoneNumber.TryNormalize(input, out var e164, out var reason), reason);
        return e164;
    }
}
