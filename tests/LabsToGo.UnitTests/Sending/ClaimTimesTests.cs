using LabsToGo.SmsWorker.Sending;
using LabsToGo.Twilio;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace LabsToGo.UnitTests.Sending;

public sealed class ClaimTimesTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void What_a_claim_has_checked_may_be_acted_on_for_a_second()
    {
        var holds = Of(new(), new()).Begin();
        _time.Advance(ClaimTimes.Holds - TimeSpan.FromTicks(1));
        Assert.True(holds());
        _time.Advance(TimeSpan.FromTicks(1));
        Assert.False(holds());
    }

    [Fact]
    public void Each_claim_has_a_second_of_its_own()
    {
        var times = Of(new(), new());
        var first = times.Begin();
        _time.Advance(ClaimTimes.Holds / 2);
        var second = times.Begin();
        _time.Advance(ClaimTimes.Holds / 2);
        Assert.Equal((false, true), (first(), second()));
    }

    /// <summary>Whatever is configured: the slowest POST that may begin is over, and a moment was left to record it.</summary>
    [Theory]
    [InlineData(5, 2)]
    [InlineData(45, 10)]
    [InlineData(120, 300)]
    public void A_claim_outlives_the_last_POST_under_it(int timeoutSeconds, int slackSeconds)
    {
        var twilio = new TwilioOptions { TimeoutSeconds = timeoutSeconds };
        var lease = Of(twilio, new SendingOptions { LeaseSlackSeconds = slackSeconds }).Lease;
        using var connection = new TwilioConnection(Options.Create(twilio));
        Assert.Equal(TimeSpan.FromSeconds(slackSeconds), lease - ClaimTimes.Holds - connection.Http.Timeout);
    }

    private ClaimTimes Of(TwilioOptions twilio, SendingOptions sending) => new(Options.Create(twilio), Options.Create(sending), _time);
}
