using LabsToGo.Domain.Senders;

namespace LabsToGo.UnitTests.Senders;

public sealed class SendingWindowTests
{
    [Theory]
    [InlineData(0.5, 1, 2, 0)]
    [InlineData(1, 1, 1, 0)]
    [InlineData(3.75, 4, 4 / 3.75, 0)]
    [InlineData(12, 12, 1, 0)]
    [InlineData(49.9, 50, 50 / 49.9, 0)]
    [InlineData(50, 49, 1, 1)]
    [InlineData(225, 221, 1, 4)]
    [InlineData(500, 490, 1, 10)]
    public void A_window_and_what_is_kept_back_are_the_rate_together(double rate, int segments, double seconds, int withoutRedis)
    {
        var window = SendingWindow.Of(rate);
        Assert.Equal((segments, withoutRedis), (window.Segments, window.WithoutRedis));
        Assert.Equal(seconds, window.Length.TotalSeconds, 1e-6);
        Assert.Equal(rate, (window.Segments + window.WithoutRedis) / window.Length.TotalSeconds, 1e-3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_rate_of_nothing_is_refused(double rate) => Assert.Throws<ArgumentOutOfRangeException>(() => SendingWindow.Of(rate));
}
