using LabsToGo.Contracts.Http;
using LabsToGo.Domain.Patients.Importing;

namespace LabsToGo.UnitTests.Patients;

/// <summary><c>consent-columns.csv</c>: what a file's column and a value in it do to "consent given" of the whole upload.</summary>
public class ConsentColumnTests
{
    public static TheoryData<string, string, string> Cases =>
        [.. CaseTable.Read("Patients.consent-columns.csv").Select(row => (row[0], row[1], row[2]))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_column_is_understood_whatever_it_is_called(string header, string value, string expected)
    {
        var map = ColumnMap.Read(["First name", "Phone", header], [["Jo", "(212) 555-0101", value], ["Al", "(212) 555-0102", ""]]);
        Assert.Equal(expected, Outcome(map, value));
    }

    private static string Outcome(ColumnMap map, string value)
    {
        if (map.Unclear.ContainsKey(2))
            return "question";
        return map.FieldOf(2) switch
        {
            PatientField.Consent => Said(ConsentWords.InConsent(value)),
            PatientField.OptOut => Said(ConsentWords.InOptOut(value)),
            PatientField.Deceased => DeathWords.IsDeceased(value) ? "deceased" : "silent",
            PatientField.Status => DeathWords.IsDeceasedStatus(value) ? "deceased" : Said(ConsentWords.InStatus(value)),
            _ => "ignored",
        };
    }

    private static string Said(ConsentAnswer? answer) => answer?.ToString().ToLowerInvariant() ?? "unclear";
}
