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

    /// <summary>Which each have a reason of their own: letters, extensions, two numbers, and what only fills a place.</summary>
    [Theory]
    [InlineData("406-UNKNOWN", "letters")]
    [InlineData("212-REFUSED", "letters")]
    [InlineData("1 800 NO PHONE", "letters")]
    [InlineData("1-800-FLOWERS", "letters")]
    [InlineData("406-555-HELP", "letters")]
    [InlineData("4O6-555-O129", "letters")]
    [InlineData("406-555-01XX", "too short")]
    [InlineData("NO PHONE", "not a phone number")]
    [InlineData("jane4065550129@example.com", "not a phone number")]
    [InlineData("cell 555-0129", "too short")]
    [InlineData("406-555-0129 ext. 12", "extension")]
    [InlineData("406-555-0129 extension 7", "extension")]
    [InlineData("406-555-0129x12", "extension")]
    [InlineData("(406) 555-0129 X 1234", "extension")]
    [InlineData("4065550129,,12", "extension")]
    [InlineData("406-555-0129 #12", "extension")]
    [InlineData("406-555-0129;12", "extension")]
    [InlineData("tel:+1-406-555-0129;ext=12", "extension")]
    [InlineData("406-555-0129p12", "extension")]
    [InlineData("406-555-0129, option 2", "extension")]
    [InlineData("406-555-0129 press 1 after 5 pm", "extension")]
    [InlineData("406-555-0129 ext billing", "extension")]
    [InlineData("406-555-0129 (front desk, ext 12)", "extension")]
    [InlineData("406-555-0112 / 406-555-0113", "two")]
    [InlineData("4065550112/4065550113", "two")]
    [InlineData("406-555-0112/0113", "two")]
    [InlineData("406-555-0112 or 406-555-0113", "two")]
    [InlineData("406-555-0112; (406) 555-0113", "two")]
    [InlineData("406-555-0112, 555-0113", "two")]
    [InlineData("406-555-0112 & 406-555-0113", "two")]
    [InlineData("406-555-0112\n406-555-0113", "two")]
    [InlineData("406-555-0112 406-555-0113", "two")]
    [InlineData("Home: 406-555-0112 Cell: 406-555-0113", "two")]
    [InlineData("+14065550112 +14065550113", "two")]
    [InlineData("+44 20 7946 0123 / +44 20 7946 0124", "two")]
    [InlineData("555-0112 or 555-0113", "two")]
    [InlineData("406-555-0129 apt 4", "other digits")]
    [InlineData("1200 Main St 406-555-0129", "other digits")]
    [InlineData("wrong number 406-555-0129", "can't be used")]
    [InlineData("406-555-0129 (fax)", "can't be used")]
    [InlineData("406-555-0129 do not text", "can't be used")]
    [InlineData("406-555-0129 - don't call", "can't be used")]
    [InlineData("999-999-9999", "fill the place")]
    [InlineData("222-222-2222", "fill the place")]
    [InlineData("(555) 555-5555", "fill the place")]
    [InlineData("000-000-0000", "fill the place")]
    [InlineData("0000000", "fill the place")]
    [InlineData("1-111-111-1111", "fill the place")]
    [InlineData("406-999-9999", "fill the place")]
    [InlineData("123-456-7890", "fill the place")]
    [InlineData("987-654-3210", "fill the place")]
    [InlineData("+1 234 567 8901", "fill the place")]
    [InlineData("406-411-0154", "does not exist")]
    [InlineData("406-911-0154", "does not exist")]
    [InlineData("411-555-0154", "does not exist")]
    [InlineData("555-123-4567", "does not exist")]
    [InlineData("900-555-0154", "paid service")]
    [InlineData("+1 (406) 976-0154", "paid service")]
    [InlineData("406-555-1212", "directory assistance")]
    [InlineData("406555012.0", "too short")]
    [InlineData("4,06556E+09", "spreadsheet")]
    [InlineData("4065550129 12", "too long")]
    [InlineData("+999 1234567890", "unknown country")]
    public void What_is_nobody_s_number_or_not_one_number_is_refused_with_its_reason(string input, string expected)
    {
        Assert.False(PhoneNumber.TryNormalize(input, out var e164, out var reason), e164);
        Assert.Contains(expected, reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("406-555-0129 (cell)")]
    [InlineData("406-555-0129 mom")]
    [InlineData("406-555-0129c")]
    [InlineData("Cell: 406-555-0129")]
    [InlineData("Jane's cell - (406) 555-0129")]
    [InlineData("tel:406-555-0129")]
    [InlineData("406-555-0129 - call after 5")]
    [InlineData("406-555-0129 (mom, before 9 am)")]
    [InlineData("406-555-0129 ext.")]
    [InlineData("406-555-0129 ext")]
    [InlineData("406-555-0129 x")]
    [InlineData("406-555-0129 #")]
    [InlineData("406-555-0129 ext: none")]
    [InlineData("406-555-0129,")]
    [InlineData("406-555-0129;")]
    [InlineData("406-555-0129 / ")]
    [InlineData("#1 406-555-0129")]
    [InlineData("\"406-555-0129\"")]
    [InlineData("406-555-0129 / (406) 555-0129")]
    [InlineData("📱 406-555-0129 ✔")]
    public void A_note_beside_a_number_is_passed_over(string input) => Assert.Equal("+14065550129", Taken(input));

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
