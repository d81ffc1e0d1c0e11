using CsCheck;
using LabsToGo.Domain.Patients;

namespace LabsToGo.UnitTests.Patients;

public class CellTextTests
{
    [Theory]
    [InlineData("Eli", "Eli")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("  Eli ", "Eli")]
    [InlineData("=\"Eli\"", "Eli")]
    [InlineData("=\"\"", "")]
    [InlineData("=\"02108\"", "02108")]
    [InlineData("=\"O\"\"Neil\"", "O\"Neil")]
    [InlineData("=4065550112", "4065550112")]
    [InlineData("'=\"Eli\"", "Eli")]
    [InlineData("'03/04/1950", "03/04/1950")]
    [InlineData("'Eli'", "Eli")]
    [InlineData("\"Eli\"", "Eli")]
    [InlineData("Robert \"Bob\" Lee", "Robert \"Bob\" Lee")]
    [InlineData("'t Hooft", "'t Hooft")]
    [InlineData("'s-Gravesande", "'s-Gravesande")]
    [InlineData("O'Neil", "O'Neil")]
    [InlineData("\uFEFFEli\u200B", "Eli")]
    [InlineData("E\u00ADli\u2060", "Eli")]
    [InlineData("\u202AEli\u202C\u200E\u2066\u2069", "Eli")]
    [InlineData("Mary\u00A0Ann", "Mary Ann")]
    [InlineData("Mary   Ann", "Mary Ann")]
    [InlineData("Mary\u2003\u3000Ann\u202F", "Mary Ann")]
    [InlineData("Jose\u0301", "José")]
    [InlineData("Nguye\u0302\u0303n", "Nguyễn")]
    [InlineData("李\u200B小龙", "李小龙")]
    [InlineData("Mary\nAnn", "Mary\nAnn")]
    [InlineData("Mary\tAnn", "Mary\tAnn")]
    public void What_programs_put_around_a_text_is_taken_off(string? input, string expected) => Assert.Equal(expected, CellText.Clean(input));

    [Theory]
    [InlineData("#N/A", true)]
    [InlineData("#REF!", true)]
    [InlineData("#VALUE!", true)]
    [InlineData("#NAME?", true)]
    [InlineData("#DIV/0!", true)]
    [InlineData("#####", true)]
    [InlineData("N/A", true)]
    [InlineData("n/a", true)]
    [InlineData("(null)", true)]
    [InlineData("[NULL]", true)]
    [InlineData("<none>", true)]
    [InlineData("\\N", true)]
    [InlineData("NaN", true)]
    [InlineData("-", true)]
    [InlineData("--", true)]
    [InlineData("—", true)]
    [InlineData("?", true)]
    [InlineData("???", true)]
    [InlineData(".", true)]
    [InlineData("…", true)]
    [InlineData("Null", false)]
    [InlineData("NULL", false)]
    [InlineData("None", false)]
    [InlineData("Na", false)]
    [InlineData("NA", false)]
    [InlineData("Nan", false)]
    [InlineData("Mary/Ann", false)]
    [InlineData("X", false)]
    [InlineData("D'", false)]
    [InlineData("李", false)]
    public void A_name_is_empty_only_where_it_can_be_no_name(string input, bool empty) => Assert.Equal(empty ? "" : input, CellText.CleanName(input));

    [Theory]
    [InlineData("NULL")]
    [InlineData("null")]
    [InlineData("None")]
    [InlineData("NA")]
    [InlineData("n.a.")]
    [InlineData("nan")]
    [InlineData("nil")]
    [InlineData("Unknown")]
    [InlineData("not available")]
    [InlineData("T.B.D.")]
    [InlineData("(blank)")]
    [InlineData("#N/A")]
    [InlineData("-")]
    [InlineData("--")]
    [InlineData("\u2014")]
    public void What_stands_for_no_value_is_empty(string input) => Assert.Equal("", CellText.CleanValue(input));

    [Theory]
    [InlineData("12345.0", "12345")]
    [InlineData("85001.00", "85001")]
    [InlineData("0012345.0", "0012345")]
    [InlineData("PT-100.0", "PT-100.0")]
    [InlineData("１２３４５", "12345")]
    [InlineData("12345.5", "12345.5")]
    [InlineData("1.2.0", "1.2.0")]
    [InlineData("0", "")]
    [InlineData("0000", "")]
    [InlineData("0.0", "")]
    [InlineData("N/A", "")]
    [InlineData("'00123", "00123")]
    [InlineData("=\"00123\"", "00123")]
    public void A_key_has_no_end_that_a_spreadsheet_gave_it(string input, string expected) => Assert.Equal(expected, CellText.CleanKey(input));

    [Fact]
    public void What_is_clean_stays_and_is_not_copied() =>
        Gen.Char[' ', '~'].Array[0, 30].Sample(letters =>
        {
            var once = CellText.Clean(new string(letters));
            return ReferenceEquals(CellText.Clean(once), once) || CellText.Clean(once) == once;
        });

    [Fact]
    public void No_text_whatever_makes_it_throw() =>
        Gen.String.Sample(text => CellText.Clean(text).Length + CellText.CleanName(text).Length + CellText.CleanKey(text).Length >= 0);
}
