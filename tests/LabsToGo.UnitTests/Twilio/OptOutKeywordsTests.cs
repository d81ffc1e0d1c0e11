using LabsToGo.Domain.Consent.Replies;
using LabsToGo.Domain.Messages;
using LabsToGo.Twilio.Webhooks;

namespace LabsToGo.UnitTests.Twilio;

public sealed class OptOutKeywordsTests
{
    [Theory]
    [InlineData("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT")]
    [InlineData("START", "YES", "UNSTOP")]
    [InlineData("HELP", "INFO")]
    public void What_Twilio_obeys_we_read_alike(string type, params string[] others)
    {
        foreach (var word in others.Append(type))
        {
            Assert.Equal(type, OptOutKeywords.TypeOf($" {word.ToLowerInvariant()}\n"));
            Assert.Equal(type, OptOutWords.Read(word) switch
            {
                ReplyIntent.Stop => "STOP",
                ReplyIntent.Start => "START",
                ReplyIntent.Help => "HELP",
                _ => null,
            });
        }
    }

    [Theory]
    [InlineData("OPT OUT")]
    [InlineData("STOP.")]
    [InlineData("stop please")]
    [InlineData("")]
    public void All_else_is_left_to_us(string body) => Assert.Null(OptOutKeywords.TypeOf(body));
}
