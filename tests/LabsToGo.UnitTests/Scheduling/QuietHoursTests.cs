using System.Globalization;
using CsCheck;
using LabsToGo.Domain.Scheduling;

namespace LabsToGo.UnitTests.Scheduling;

public sealed class QuietHoursTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    private static readonly string[] ZoneNames = ["America/New_York", "America/Phoenix", "Pacific/Honolulu", "America/Anchorage", "Asia/Kolkata"];

    private static readonly short[] NineToEight = [720, 540, 540, 540, 540, 540, 540], Eight = [1200, 1200, 1200, 1200, 1200, 1200, 1200];

    [Theory]
    [InlineData("2026-11-23T13:59:00Z", "2026-11-23T14:00:00Z")] // 8:59 on a Monday: at nine
    [InlineData("2026-11-23T14:00:00Z", "2026-11-23T14:00:00Z")]
    [InlineData("2026-11-24T00:59:59Z", "2026-11-24T00:59:59Z")] // 19:59:59
    [InlineData("2026-11-24T01:00:00Z", "2026-11-24T14:00:00Z")] // 20:00: tomorrow
    [InlineData("2026-11-22T15:00:00Z", "2026-11-22T17:00:00Z")] // Sunday at ten: at noon
    [InlineData("2026-03-08T05:30:00Z", "2026-03-08T16:00:00Z")] // the night in which the clocks go forward
    [InlineData("2026-11-01T05:30:00Z", "2026-11-01T17:00:00Z")] // the night in which they go back
    public void A_text_waits_for_the_hours_where_the_patient_lives(string from, string expected) =>
        Assert.Equal(At(expected), QuietHours.NextAllowed(NineToEight, Eight, NewYork, At(from)));

    [Fact]
    public void Nothing_is_allowed_when_every_day_is_closed() =>
        Assert.Null(QuietHours.NextAllowed(new short[7], new short[7], NewYork, DateTimeOffset.UnixEpoch));

    [Fact]
    public void A_closed_day_is_skipped()
    {
        short[] closes = [1200, 540, 1200, 1200, 1200, 1200, 1200];

        Assert.Equal(
            At("2026-11-24T14:00:00Z"),
            QuietHours.NextAllowed(NineToEight, closes, NewYork, At("2026-11-23T15:00:00Z")));
    }

    [Fact]
    public void The_moment_found_is_allowed_and_never_earlier_than_asked()
    {
        var zones = ZoneNames.Select(TimeZoneInfo.FindSystemTimeZoneById).ToArray();
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 365 * 24 * 60], Gen.Short[0, 1300].Array[7], Gen.Short[61, 139].Array[7]).Sample((zone, minute, opens, lengths) =>
        {
            var closes = opens.Zip(lengths, (open, length) => (short)(open + length)).ToArray();
            var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);

            var found = QuietHours.NextAllowed(opens, closes, zones[zone], from);

            Assert.NotNull(found);
            Assert.True(found >= from);
            // Asked again at the moment found, it stays there.
            Assert.Equal(found, QuietHours.NextAllowed(opens, closes, zones[zone], found.Value));
        });
    }

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
