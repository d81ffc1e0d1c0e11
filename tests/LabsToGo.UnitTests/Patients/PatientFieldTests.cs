using LabsToGo.Domain.Patients;

namespace LabsToGo.UnitTests.Patients;

public class PatientFieldTests
{
    [Theory]
    [InlineData("10001", "10001")]
    [InlineData("2108", "02108")]
    [InlineData("100011234", "10001-1234")]
    [InlineData("10001-1234", "10001-1234")]
    [InlineData("k1a0b1", "K1A 0B1")]
    [InlineData("K1A-0B1", "K1A 0B1")]
    [InlineData("ON K1A 0B1", "K1A 0B1")]
    [InlineData("", null)]
    [InlineData("85001 1234", "85001-1234")]
    [InlineData("85001 - 1234", "85001-1234")]
    [InlineData("85001–1234", "85001-1234")]
    [InlineData("850011234.0", "85001-1234")]
    [InlineData("85001-", "85001")]
    [InlineData("85001 -", "85001")]
    [InlineData("85001.0", "85001")]
    [InlineData("2108.0", "02108")]
    [InlineData("2108-1234", "02108-1234")]
    [InlineData("21081234", "02108-1234")]
    [InlineData("85001-0000", "85001")]
    [InlineData("ZIP 85001", "85001")]
    [InlineData("Zip code: 85001", "85001")]
    [InlineData("AZ 85001", "85001")]
    [InlineData("Phoenix, AZ 85001-1234", "85001-1234")]
    [InlineData("85001 USA", "85001")]
    [InlineData("８５００１", "85001")]
    [InlineData("00000", null)]
    [InlineData("99999", null)]
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
    [InlineData("10001.5")]
    [InlineData("1000O")]
    [InlineData("10001, 10002")]
    [InlineData("PO Box 10001")]
    public void What_is_no_postal_code_is_refused(string input) => Assert.False(PostalCode.TryNormalize(input, out _));

    [Theory]
    [InlineData("ny", "NY")]
    [InlineData(" New York ", "NY")]
    [InlineData("district of columbia", "DC")]
    [InlineData("WY", "WY")]
    [InlineData("D.C.", "DC")]
    [InlineData("D. C.", "DC")]
    [InlineData("Washington DC", "DC")]
    [InlineData("Washington, D.C.", "DC")]
    [InlineData("Washington", "WA")]
    [InlineData("Washington State", "WA")]
    [InlineData("N.Y.", "NY")]
    [InlineData("N. Y", "NY")]
    [InlineData("NY.", "NY")]
    [InlineData("NY - New York", "NY")]
    [InlineData("New York (NY)", "NY")]
    [InlineData("New York/NY", "NY")]
    [InlineData("New York State", "NY")]
    [InlineData("State of New York", "NY")]
    [InlineData("new  york", "NY")]
    [InlineData("NEWYORK", "NY")]
    [InlineData("US-NY", "NY")]
    [InlineData("NY, USA", "NY")]
    [InlineData("NY 10001", "NY")]
    [InlineData("Calif.", "CA")]
    [InlineData("Mass", "MA")]
    [InlineData("Commonwealth of Massachusetts", "MA")]
    [InlineData("N. Carolina", "NC")]
    [InlineData("W.Va.", "WV")]
    [InlineData("Penna.", "PA")]
    [InlineData("Phoenix, AZ", "AZ")]
    [InlineData("Portland OR 97201", "OR")]
    [InlineData("Indiana, PA", "PA")]
    [InlineData("Ontario, CA", "CA")]
    [InlineData("U.S. Virgin Islands", "VI")]
    [InlineData("P.R.", "PR")]
    [InlineData("ON", "ON")]
    [InlineData("Ontario", "ON")]
    [InlineData("ont.", "ON")]
    [InlineData("Ontario, Canada", "ON")]
    [InlineData("CA-ON", "ON")]
    [InlineData("Québec", "QC")]
    [InlineData("B.C.", "BC")]
    [InlineData("P.E.I.", "PE")]
    [InlineData("Newfoundland & Labrador", "NL")]
    public void A_state_may_be_a_code_or_a_name(string input, string expected)
    {
        Assert.True(UsStates.TryNormalize(input, out var code));
        Assert.Equal(expected, code);
    }

    [Theory]
    [InlineData("ZZ")]
    [InlineData("")]
    [InlineData("New")]
    [InlineData("NY/NJ")]
    [InlineData("NY, NJ")]
    [InlineData("Bavaria")]
    [InlineData("12")]
    public void What_is_no_state_is_refused(string input) => Assert.False(UsStates.TryNormalize(input, out _));
}
