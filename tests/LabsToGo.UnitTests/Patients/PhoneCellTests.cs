using LabsToGo.Domain.Patients;

namespace LabsToGo.UnitTests.Patients;

public class PhoneCellTests
{
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
    [InlineData("004065550129", "too long")]
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

    private static string Taken(string input)
    {
        Assert.True(PhoneNumber.TryNormalize(input, out var e164, out var reason), reason);
        return e164;
    }
}
