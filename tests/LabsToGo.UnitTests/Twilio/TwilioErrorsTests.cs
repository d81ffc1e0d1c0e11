using LabsToGo.Twilio.Errors;

namespace LabsToGo.UnitTests.Twilio;

public sealed class TwilioErrorsTests
{
    [Theory]
    [InlineData(21211, TwilioErrorClass.Recipient)]
    [InlineData(21610, TwilioErrorClass.Recipient)]
    [InlineData(21614, TwilioErrorClass.Recipient)]
    [InlineData(20003, TwilioErrorClass.Account)]
    [InlineData(21606, TwilioErrorClass.Sender)]
    [InlineData(30034, TwilioErrorClass.Sender)]
    [InlineData(20429, TwilioErrorClass.Transient)]
    [InlineData(20500, TwilioErrorClass.Ambiguous)]
    public void A_code_has_its_class(int code, TwilioErrorClass expected) => Assert.Equal(expected, TwilioErrors.OfResponse(code).Class);

    [Fact]
    public void A_code_that_nobody_knows_keeps_its_number_and_takes_the_default()
    {
        var error = TwilioErrors.OfResponse(99999);

        Assert.Equal("99999", error.Code);
        Assert.Equal(TwilioErrorClass.Unknown, error.Class);
        Assert.Equal(TwilioErrorClass.Unknown, TwilioErrors.OfResponse(null).Class);
        Assert.Contains("99999", error.InWords, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(21614, "Ask the patient for their mobile number, and correct it.")]
    [InlineData(20003, "Tell whoever runs this system.")]
    [InlineData(99999, "If it matters, call the patient.")]
    public void Staff_are_told_what_to_do(int code, string expected) => Assert.Equal(expected, TwilioErrors.OfCallback(code).Advice);

    [Fact]
    public void The_whole_table_is_there() => Assert.True(TwilioErrors.All.Count > 100, $"{TwilioErrors.All.Count} rows");
}
