using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.UnitTests.Patients;

public class ImportColumnTests
{
    [Theory]
    [InlineData("Phone", PatientField.Phone)]
    [InlineData("phone_number", PatientField.Phone)]
    [InlineData("Phone #", PatientField.Phone)]
    [InlineData("CELL", PatientField.Phone)]
    [InlineData("Mobile Phone", PatientField.Phone)]
    [InlineData("first_name", PatientField.FirstName)]
    [InlineData("Given Name", PatientField.FirstName)]
    [InlineData("fname", PatientField.FirstName)]
    [InlineData("Surname", PatientField.LastName)]
    [InlineData("Patient Name", PatientField.FullName)]
    [InlineData("D.O.B.", PatientField.DateOfBirth)]
    [InlineData("Birth Date", PatientField.DateOfBirth)]
    [InlineData("ZIP Code", PatientField.PostalCode)]
    [InlineData("State", PatientField.State)]
    [InlineData("Time zone", PatientField.TimeZone)]
    [InlineData("MRN", PatientField.ExternalId)]
    [InlineData("Patient ID", PatientField.ExternalId)]
    [InlineData("SMS consent", PatientField.Consent)]
    [InlineData("Opted-out", PatientField.OptOut)]
    public void A_column_is_known_by_its_common_names(string header, PatientField expected)
    {
        var map = ColumnMap.Read(["x", header, expected == PatientField.Phone ? "y" : "Phone"], []);
        Assert.Equal(1, map[expected]);
        Assert.Equal(expected, map.FieldOf(1));
        Assert.Null(map.FieldOf(0));
    }

    [Fact]
    public void Of_several_phone_columns_the_mobile_one_is_taken()
    {
        var map = ColumnMap.Read(["Home Phone", "Phone", "Mobile", "Name"], []);
        Assert.Equal(2, map[PatientField.Phone]);
        Assert.Null(map.FieldOf(0));
        Assert.Null(map.FieldOf(1));
    }

    [Theory]
    [InlineData("Cell No.", "Telephone")]
    [InlineData("Mobile #", "Phone")]
    [InlineData("Cell Ph", "Home Ph")]
    [InlineData("Patient Cell", "Patient Phone")]
    [InlineData("Mobile Num", "Tel")]
    [InlineData("Primary Mobile", "Primary Phone")]
    public void A_mobile_phone_beats_another_whatever_it_is_called(string mobile, string other) =>
        Assert.Equal(1, ColumnMap.Read([other, mobile], [])[PatientField.Phone]);

    [Theory]
    [InlineData("Phone", "unknown", 1)]
    [InlineData("Phone", "no", 1)]
    [InlineData("SMS", "", 1)]
    [InlineData("Home phone,Mobile", "(212) 555-0101,Y", 1)]
    [InlineData("Home phone,Mobile", "none,N/A", 2)]
    [InlineData("Phone,SMS", "none,Y", 1)]
    public void Which_column_holds_the_numbers_is_seen_even_if_the_first_rows_have_none(string headers, string row, int place) =>
        Assert.Equal(place, ColumnMap.Read(["Name", .. headers.Split(',')], [["Jo", .. row.Split(',')]])[PatientField.Phone]);

    [Theory]
    [InlineData("ID", "1", "2", true)]
    [InlineData("ID", "101", "102", true)]
    [InlineData("id", "48213", "1977", false)]
    [InlineData("ID", "A1", "A2", false)]
    [InlineData("Patient ID", "1", "2", false)]
    [InlineData("MRN", "1", "2", false)]
    public void An_ID_that_counts_the_rows_is_asked_about(string header, string first, string second, bool asked)
    {
        var map = ColumnMap.Read([header, "Phone"], [[first, ""], [second, ""]]);
        Assert.Equal(asked, map.Unclear.ContainsKey(0));
        Assert.Equal(asked ? -1 : 0, map[PatientField.ExternalId]);
    }

    [Fact]
    public void Two_hundred_columns_are_as_good_as_three()
    {
        string[] header = [.. Enumerable.Range(1, 198).Select(n => $"Extra {n}"), "First name", "Phone"];
        Assert.Equal(199, ColumnMap.Read(header, [])[PatientField.Phone]);
    }

    [Fact]
    public void A_column_without_a_name_is_called_by_its_place() => Assert.Equal("(column 2)", ColumnMap.Read(["Phone", " "], []).Headers[1]);

    [Fact]
    public void A_long_name_is_cut_between_characters_never_within_one()
    {
        Assert.Equal(new string('x', 59), ColumnMap.Read(["Phone", new string('x', 59) + "\U0001F600"], []).Headers[1]);
        // "x, ", then headers of 60 and ", " after each: the 700th place is within an emoji.
        string[] header = ["x", .. Enumerable.Range(0, 12).Select(_ => string.Concat(Enumerable.Repeat("\U0001F600", 30)))];
        var refused = Assert.Throws<ImportRefusedException>(() => ColumnMap.Read(header, []).RequireClear());
        Assert.All(refused.Message.EnumerateRunes(), rune => Assert.NotEqual(0xFFFD, rune.Value));
        Assert.Contains(" …", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_phone_column_the_headers_found_are_named()
    {
        var refused = Assert.Throws<ImportRefusedException>(() => ColumnMap.Read(["First name", "Last name", "E-mail"], []).RequireClear());
        Assert.Contains("phone", refused.Message, StringComparison.Ordinal);
        Assert.Contains("First name, Last name, E-mail", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_two_hundred_wrong_headers_the_message_stays_readable() =>
        Assert.InRange(
            Assert.Throws<ImportRefusedException>(
                () => ColumnMap.Read([.. Enumerable.Range(0, 200).Select(n => new string('x', 80))], []).RequireClear()).Message.Length,
            1,
            1000);

    [Theory]
    [InlineData("Jane", "Smith", "(212) 555-0101")]
    [InlineData("Jane", "Smith", "1980-01-31")]
    [InlineData("jane@example.com", "Smith", "x")]
    public void A_first_row_of_data_is_a_missing_header_and_is_not_quoted(string one, string two, string three)
    {
        var refused = Assert.Throws<ImportRefusedException>(() => ColumnMap.Read([one, two, three], []));
        Assert.Contains("no header row", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(two, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_somebody_said_of_the_columns_is_not_guessed_and_holds_for_the_file_of_rejected_rows_as_well()
    {
        string[] header = ["A", "Phone", "Contact preference"];
        ColumnChoice[] choices = [new(PatientField.Phone), new(null), new(PatientField.Consent)];
        var map = ColumnMap.Read([RejectColumns.Line, RejectColumns.Reason, .. header], [], choices);
        Assert.Equal([null, null, PatientField.Phone, null, PatientField.Consent], Enumerable.Range(0, 5).Select(map.FieldOf));
        Assert.Empty(map.Unclear);
        map.RequireClear();
    }

    [Fact]
    public void A_header_is_known_again_by_its_names_in_their_order()
    {
        var known = HeaderHash.Of(["First name", "Phone"]);
        Assert.Equal(known, HeaderHash.Of([" first NAME", "phone "]));
        Assert.Equal(known, HeaderHash.Of(["First name", "Phone", RejectColumns.Line, RejectColumns.Reason]));
        Assert.NotEqual(known, HeaderHash.Of(["Phone", "First name"]));
        Assert.NotEqual(known, HeaderHash.Of(["First name"]));
    }

    [Fact]
    public void The_columns_of_the_file_of_rejected_rows_are_passed_over()
    {
        var map = ColumnMap.Read(["Phone", RejectColumns.Line, RejectColumns.Reason], [["406-555-0112", "7", "This does not say whether texts are allowed."]]);
        Assert.Equal([PatientField.Phone, null, null], Enumerable.Range(0, 3).Select(map.FieldOf));
        map.RequireClear();
    }
}
