using System.Text;
using LabsToGo.Domain.Accounts;

namespace LabsToGo.UnitTests.Accounts;

public sealed class TotpTests
{
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    /// <summary>RFC 6238, appendix B (SHA-1), of whose eight digits ours are the last six.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.Code(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_code_of_a_neighbouring_step_is_taken_and_no_other(int away, bool taken)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1_800_000_015);
        var step = Totp.StepAt(now) + away;
        Assert.Equal(taken ? step : null, Totp.StepOf(Key, Totp.Code(Key, step), now));
    }

    [Theory]
    [InlineData("")]
    [InlineData("28708")]
    [InlineData("2870821")]
    [InlineData("２８７０８２")]
    [InlineData("000000")]
    public void Anything_else_is_no_code(string typed) => Assert.Null(Totp.StepOf(Key, typed, DateTimeOffset.FromUnixTimeSeconds(59)));

    /// <summary>RFC 4648, section 10, without the padding.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Keys_are_written_in_the_standard_letters(string bytes, string text) => Assert.Equal(text, Base32.Encode(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void The_app_is_told_whose_key_it_is() =>
        Assert.Equal(
            "otpauth://totp/LabsToGo:sara%40lab.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=LabsToGo&digits=6&period=30",
            Totp.KeyUri(Key, "LabsToGo", "sara@lab.example"));

    [Theory]
    [InlineData("ABCDE-FGHIJ", "ABCDEFGHIJ")]
    [InlineData(" abcde fghij ", "ABCDEFGHIJ")]
    [InlineData("O0I1B8-22222", "OOIIBB22222")]
    public void A_recovery_code_is_known_however_it_is_typed(string typed, string meant) => Assert.Equal(meant, RecoveryCode.Normalize(typed));

    [Fact]
    public void Recovery_codes_differ() => Assert.Equal(1_000, Enumerable.Range(0, 1_000).Select(_ => RecoveryCode.New()).Distinct().Count());
}
