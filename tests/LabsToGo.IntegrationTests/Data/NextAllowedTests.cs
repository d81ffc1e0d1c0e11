using System.Globalization;
using CsCheck;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.IntegrationTests.Data;

/// <summary>G4: the one function that says when a text may reach a patient.</summary>
public sealed class NextAllowedTests(StackFixture fixture)
{
    private static readonly short[] NineToEight = [720, 540, 540, 540, 540, 540, 540], Eight = [1200, 1200, 1200, 1200, 1200, 1200, 1200];

    private static readonly string[] Zones =
    [
        "America/New_York", "America/Chicago", "America/Phoenix", "Pacific/Honolulu", "America/Anchorage", "Asia/Kolkata",
        "America/Denver,America/North_Dakota/Center", "America/Adak,America/Anchorage", "America/New_York,America/Los_Angeles,Pacific/Honolulu", "",
    ];

    private Stack Stack => fixture.Stack;

    [Theory]
    [InlineData("America/New_York", "2026-11-23T13:59:00Z", "2026-11-23T14:00:00Z")] // 8:59 on a Monday: at nine
    [InlineData("America/New_York", "2026-11-23T14:00:00Z", "2026-11-23T14:00:00Z")]
    [InlineData("America/New_York", "2026-11-24T00:59:59Z", "2026-11-24T00:59:59Z")] // 19:59:59
    [InlineData("America/New_York", "2026-11-24T01:00:00Z", "2026-11-24T14:00:00Z")] // 20:00: tomorrow
    [InlineData("America/New_York", "2026-11-22T15:00:00Z", "2026-11-22T17:00:00Z")] // Sunday at ten: at noon
    [InlineData("America/New_York", "2026-03-08T05:30:00Z", "2026-03-08T16:00:00Z")] // the night in which the clocks go forward
    [InlineData("America/New_York", "2026-11-01T05:30:00Z", "2026-11-01T17:00:00Z")] // the night in which they go back
    [InlineData("America/Denver,America/North_Dakota/Center", "2026-11-23T15:00:00Z", "2026-11-23T16:00:00Z")] // nine in Bismarck, eight in Dickinson
    [InlineData("America/Denver,America/North_Dakota/Center", "2026-11-24T02:30:00Z", "2026-11-24T16:00:00Z")] // half past eight in Bismarck
    [InlineData("", "2026-11-23T14:00:00Z", "2026-11-23T19:00:00Z")] // nine in Honolulu
    [InlineData("", "2026-11-24T01:00:00Z", "2026-11-24T19:00:00Z")] // eight in New York
    public async Task A_text_waits_for_the_hours_where_the_patient_lives_or_may_live(string zones, string from, string expected) =>
        Assert.Equal(At(expected), await NextAllowedAsync(zones, At(from), NineToEight, Eight));

    [Fact]
    public async Task Nothing_is_allowed_when_every_day_is_closed() =>
        Assert.Null(await NextAllowedAsync("America/New_York", DateTimeOffset.UnixEpoch, new short[7], new short[7]));

    /// <summary>Minute by minute, by .NET's own tables. Opening after three, so that the clocks jump over none.</summary>
    [Fact]
    public async Task It_is_the_first_minute_that_all_zones_allow()
    {
        var cases = Gen.Select(Gen.Int[0, Zones.Length - 1], Gen.Int[0, 365 * 24 * 60], Gen.Short[180, 1300].Array[7], Gen.Short[0, 139].Array[7],
            Gen.Bool).Array[200].Single();
        foreach (var (zone, minute, opens, lengths, wide) in cases)
        {
            var closes = opens.Zip(lengths, (open, length) => (short)(wide ? 1440 : open + length)).ToArray();
            var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(minute);
            var answer = await NextAllowedAsync(Zones[zone], from, opens, closes);
            var expected = Enumerable.Range(0, 9 * 24 * 60).Select(ahead => from.AddMinutes(ahead))
                .Where(at => Array.TrueForAll(Split(Zones[zone]), place => IsOpen(place, at, opens, closes)))
                .Select(at => (DateTimeOffset?)at)
                .FirstOrDefault();
            Assert.True(
                expected == answer || (expected is null && answer > from.AddDays(9)),
                $"{Zones[zone]} from {from:u}, opens {string.Join(' ', opens)}, closes {string.Join(' ', closes)}: {answer:u} and not {expected:u}");
        }
    }

    private static string[] Split(string zones) =>
        (zones.Length > 0
            ? zones
            : "America/New_York,America/Chicago,America/Denver,America/Phoenix,America/Los_Angeles,America/Anchorage,Pacific/Honolulu").Split(',');

    private static bool IsOpen(string zone, DateTimeOffset at, short[] opens, short[] closes)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(zone));
        var (day, minute) = ((int)local.DayOfWeek, (int)local.TimeOfDay.TotalMinutes);
        return minute >= opens[day] && minute < closes[day];
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private async Task<DateTimeOffset?> NextAllowedAsync(string zones, DateTimeOffset from, short[] opens, short[] closes)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand("select nullif(next_allowed($1, $2, $3, $4), 'infinity')", database)
        {
            Parameters = { new() { Value = from }, new() { Value = zones }, new() { Value = opens }, new() { Value = closes } },
        };
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is DateTime next ? new DateTimeOffset(next) : null;
    }
}
