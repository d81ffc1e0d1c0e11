using LabsToGo.Domain.Accounts;

namespace LabsToGo.UnitTests.Accounts;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("four ripe melons sing")]
    [InlineData("Zebra-Harbour-92-lamp")]
    [InlineData("kT9#vLq2!mWz")]
    [InlineData("ein sehr langer Satz über Bäume")]
    public void A_long_password_of_its_own_will_do(string password) =>
        Assert.Empty(PasswordRules.Problems(password, "Sara Staff", "sara@lab.example", "Riverside Laboratory"));

    [Theory]
    [InlineData("Password12345!")]
    [InlineData("P@ssw0rd2026!!")]
    [InlineData("passwordpassword")]
    [InlineData("qwertyuiop123")]
    [InlineData("abcdefghijklmnop")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("12121212121212")]
    [InlineData("!!!Welcome2026")]
    [InlineData("123456789012345")]
    [InlineData("iloveyou-2026-2027")]
    [InlineData("my name is Sara ok")]
    [InlineData("the riverside house")]
    [InlineData("LabsToGo-is-good-1")]
    public void What_guessers_try_first_will_not(string password) =>
        Assert.NotEmpty(PasswordRules.Problems(password, "Sara Staff", "sara@lab.example", "Riverside Laboratory"));

    [Theory]
    [InlineData(11, false)]
    [InlineData(12, true)]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void Twelve_to_a_hundred_and_twenty_eight_characters(int length, bool allowed) =>
        Assert.Equal(allowed, PasswordRules.Problems(string.Concat(Enumerable.Range(0, length).Select(at => (char)('a' + at * 7 % 26)))).Count == 0);
}
