using LabsToGo.Domain.Consent;
using LabsToGo.Domain.Messages;

namespace LabsToGo.UnitTests.Consent;

public sealed class OptOutWordsTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData("stop")]
    [InlineData(" Stop. ")]
    [InlineData("STOP!!!")]
    [InlineData("StopAll")]
    [InlineData("Unsubscribe")]
    [InlineData("CANCEL")]
    [InlineData("end")]
    [InlineData("Quit")]
    [InlineData("revoke")]
    [InlineData("OPTOUT")]
    [InlineData("opt out")]
    [InlineData("Opt-out")]
    [InlineData("stop please")]
    [InlineData("Please stop")]
    [InlineData("please stop texting me")]
    [InlineData("Stop sending me these messages")]
    [InlineData("don't text me")]
    [InlineData("Do not contact me again")]
    [InlineData("take me off your list")]
    [InlineData("remove me")]
    [InlineData("no more texts!")]
    [InlineData("Wrong number")]
    [InlineData("ＳＴＯＰ")]
    public void Words_that_a_reasonable_person_takes_for_an_opt_out_are_one(string text) => Assert.Equal(ReplyIntent.Stop, OptOutWords.Read(text));

    [Theory]
    [InlineData("Can you stop by tomorrow?")]
    [InlineData("Cancel my visit please")]
    [InlineData("When does it end?")]
    [InlineData("I will be at the bus stop")]
    [InlineData("Thanks!")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_words_are_none(string? text) => Assert.Equal(ReplyIntent.Other, OptOutWords.Read(text));

    [Theory]
    [InlineData("START", ReplyIntent.Start)]
    [InlineData("yes", ReplyIntent.Start)]
    [InlineData("Unstop", ReplyIntent.Start)]
    [InlineData("help", ReplyIntent.Help)]
    [InlineData("INFO?", ReplyIntent.Help)]
    public void Keywords_are_understood(string text, ReplyIntent intent) => Assert.Equal(intent, OptOutWords.Read(text));
}
