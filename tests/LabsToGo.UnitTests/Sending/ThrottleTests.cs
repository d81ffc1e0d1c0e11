using LabsToGo.SmsWorker.Sending;
using Microsoft.Extensions.Time.Testing;

namespace LabsToGo.UnitTests.Sending;

public sealed class ThrottleTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Refusals_of_what_was_under_way_together_count_once_and_later_ones_halve_again()
    {
        var throttle = new Throttle(_time);
        Assert.Equal(1, throttle.Factor);
        for (var refusal = 0; refusal < 50; refusal++)
            throttle.Refused();
        Assert.Equal(0.5, throttle.Factor);

        _time.Advance(TimeSpan.FromSeconds(0.499));
        throttle.Refused();
        Assert.InRange(throttle.Factor, 0.5, 0.52);
        _time.Advance(TimeSpan.FromSeconds(0.001));
        throttle.Refused();
        Assert.InRange(throttle.Factor, 0.25, 0.26);
    }

    [Fact]
    public void It_recovers_within_half_a_minute_and_not_at_once()
    {
        var throttle = new Throttle(_time);
        throttle.Refused();
        _time.Advance(TimeSpan.FromSeconds(7.5));
        Assert.Equal(0.75, throttle.Factor, 3);
        _time.Advance(TimeSpan.FromSeconds(7.5));
        Assert.Equal(1, throttle.Factor, 3);
        _time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, throttle.Factor);
    }

    [Fact]
    public void However_long_the_storm_lasts_something_is_still_allowed()
    {
        var throttle = new Throttle(_time);
        for (var refusal = 0; refusal < 100; refusal++)
        {
            throttle.Refused();
            _time.Advance(TimeSpan.FromSeconds(0.5));
        }
        Assert.InRange(throttle.Factor, 0.02, 0.05);
    }
}
