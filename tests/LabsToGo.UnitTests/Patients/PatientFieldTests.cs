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
