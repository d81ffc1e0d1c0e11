using System.Collections.Frozen;
using System.Text;
using CsvHelper;
using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.UnitTests.Patients;

public class ImportedRowTests
{
    private const string Header = "First name,Last name,Phone,DOB,City,State,ZIP,Time zone,MRN,SMS consent\n";

    private static readonly FrozenSet<string> Zones =
        new[] { "America/New_York", "America/Denver", "America/Phoenix" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    [Theory]
    [InlineData("Ana,Ruiz,406-555-0112,13/45/1980,Helena,MT,59601,,M1,yes", "DOB")]
    [InlineData("Ana,Ruiz,406-555-0112,1/2/2050,Helena,MT,59601,,M1,yes", "DOB")]
    [InlineData("Ana,Ruiz,406-555-0112,1/2/1980,Helena,Montanna,59601,,M1,yes", "State")]
    [InlineData("Ana,Ruiz,406-555-0112,1/2/1980,Helena,MT,5960123,,M1,yes", "ZIP")]
    [InlineData("Ana,Ruiz,406-555-0112,1/2/1980,Helena,MT,59601,GMT-7,M1,yes", "Time zone")]
    [InlineData("Ana,Ruiz,406-555-0112,1/2/1980,Helena,MT,59601,,1.23457E+11,yes", "MRN")]
    [InlineData("Ana,Ruiz,406-555-0112,1/2/1980,Helena,MT,59601,,M1\u0001,yes", "MRN")]
    [InlineData("Ana,Ruiz,406-555-0112,1/2/1980,\"Hel\nena\",MT,59601,,M1,yes", "City")]
    [InlineData("Ana,Ruiz,406-555-0112,never,Helena,??? no,abc,Mars,M1,yes", "DOB State ZIP Time zone")]
    public async Task What_is_optional_and_not_understood_costs_the_value_and_is_listed(string row, string columns)
    {
        var chunk = await ReadAsync(row);
        var taken = Assert.Single(chunk.Rows);
        Assert.Equal(("Ana", "Ruiz", "+14065550112"), (taken.FirstName, taken.LastName, taken.Phone));
        Assert.Equal((1, 0, chunk.Problems.Count), (chunk.RowsRead, chunk.Rejected, chunk.Remarks));
        Assert.Equal(columns, string.Join(' ', chunk.Problems.Select(problem => problem.Column)));
        Assert.All(chunk.Problems, problem => Assert.True(!problem.Refused && problem.Line == 2 && problem.Reason.Length > 10));
    }

    [Fact]
    public async Task A_city_or_a_patient_number_that_is_too_long_costs_only_itself()
    {
        var chunk = await ReadAsync($"Ana,Ruiz,406-555-0112,1/2/1980,{new string('c', 101)},MT,59601,,{new string('9', 65)},yes");
        Assert.True(chunk.Rows is [{ City: null, ExternalId: null, State: "MT", PostalCode: "59601" }]);
        Assert.Equal((0, 2), (chunk.Rejected, chunk.Remarks));
    }

    [Theory]
    [InlineData("Ana,Ruiz,,never,Helena,MT,59601,,M1,yes", "Phone")]
    [InlineData("Ana,Ruiz,406-555-0112 x5,never,Helena,MT,59601,,M1,yes", "Phone")]
    [InlineData("-,#N/A,406-555-0112,never,Helena,MT,59601,,M1,yes", "First name")]
    [InlineData("Ana,Ruiz,406-555-0112,never,Helena,MT,59601,,M1,perhaps later", "SMS consent")]
    public async Task What_is_needed_refuses_the_row_and_is_listed_alone(string row, string column)
    {
        var chunk = await ReadAsync(row);
        Assert.Empty(chunk.Rows);
        Assert.Equal((1, 1, 0), (chunk.RowsRead, chunk.Rejected, chunk.Remarks));
        Assert.True(Assert.Single(chunk.Problems) is { Refused: true } problem && problem.Column == column);
    }

    [Fact]
    public async Task What_stands_for_nothing_is_empty_and_is_not_listed()
    {
        var chunk = await ReadAsync("=\"Eli\",Null,'406-555-0112,1/0/1900,N/A,#N/A,00000,-,12345.0,");
        Assert.True(chunk.Rows is
        [
            { FirstName: "Eli", LastName: "Null", DateOfBirth: null, City: null, State: null, PostalCode: null, ExternalId: "12345" },
        ]);
        Assert.Empty(chunk.Problems);
    }

    [Fact]
    public async Task The_state_tells_which_zone_a_name_means()
    {
        var chunk = await ReadAsync("Ana,Ruiz,406-555-0112,'03/04/1950,Mesa,Ariz.,,Mountain Standard Time,,");
        Assert.Equal(("AZ", "America/Phoenix"), (chunk.Rows[0].State, chunk.Rows[0].TimeZone.Zones));
    }

    private static async Task<ImportChunk> ReadAsync(string row)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(Header + row + "\n"));
        using var csv = CsvReader.Create(file, new CsvReaderOptions { TrackLineNumbers = true, TrimWhitespace = true });
        await csv.ReadHeaderAsync(TestContext.Current.CancellationToken);
        var rows = new RowReader(csv, ColumnMap.Read([.. csv.Headers], []), consentGiven: false, Zones, TimeProvider.System);
        var chunk = new ImportChunk();
        while (await csv.ReadAsync(TestContext.Current.CancellationToken))
            rows.ReadInto(chunk);
        return chunk;
    }
}
