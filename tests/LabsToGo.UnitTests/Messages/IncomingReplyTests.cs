using LabsToGo.Domain.Messages;

namespace LabsToGo.UnitTests.Messages;

public sealed class IncomingReplyTests
{
    [Theory]
    [InlineData("Hello\0 you", "Hello you")]
    [InlineData("Whole 😀", "Whole 😀")]
    public void A_text_is_kept_as_the_database_can_hold_it(string text, string kept) => Assert.Equal(kept, Reply(body: text).Body.Reveal());

    [Fact]
    public void Half_of_a_pair_is_a_character_that_can_be_kept() => Assert.Equal("Half \ufffd", Reply(body: "Half " + '\ud83d').Body.Reveal());

    [Fact]
    public void A_long_text_is_cut_between_characters()
    {
        Assert.Equal(4_000, Reply(body: new string('x', 5_000)).Body.Reveal().Length);
        Assert.Equal(new string('x', 3_999), Reply(body: new string('x', 3_999) + "😀").Body.Reveal());
    }

    [Fact]
    public void A_long_sid_is_a_short_one_of_its_own()
    {
        var (one, other) = (Reply(sid: new string('a', 60)).ProviderSid, Reply(sid: new string('a', 61)).ProviderSid);
        Assert.Equal((34, 34), (one.Length, other.Length));
        Assert.NotEqual(one, other);
    }

    [Theory]
    [InlineData("Yes please", "STOP", ReplyIntent.Stop)]
    [InlineData("STOP", "START", ReplyIntent.Stop)]
    [InlineData("Fine", "START", ReplyIntent.Start)]
    [InlineData("Fine", null, ReplyIntent.Other)]
    public void Neither_Twilio_s_reading_nor_ours_takes_back_a_stop(string text, string? twilio, ReplyIntent intent) =>
        Assert.Equal(intent, Reply(body: text, optOutType: twilio).Intent);

    private static IncomingReply Reply(string sid = "SM1", string body = "Hello", string? optOutType = null) =>
        IncomingReply.Of(sid, "(212) 555-0101", "+18005550100", body, optOutType, DateTimeOffset.UnixEpoch);
}
