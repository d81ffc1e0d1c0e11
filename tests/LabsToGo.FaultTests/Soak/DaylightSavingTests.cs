using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.FaultTests.Soak;

/// <summary>Row 21: the clocks change in the middle of a campaign. A stack of its own is on its way to that night.</summary>
public sealed class DaylightSavingTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>From a quarter to two until half past two, in minutes of a day. Where clocks go from two to three o'clock it ends then.</summary>
    private const int Opens = 105, Closes = 150;

    [Fact(Explicit = true)]
    public async Task When_summer_time_begins_nothing_leaves_for_where_it_is_later_now_and_the_rest_goes_on()
    {
        var change = NextSummer();
        // Once everything runs there is time for a few texts before it.
        var ahead = change - DateTimeOffset.UtcNow.AddSeconds(75);
        await using var stack = await Stack.StartAsync(clocksAhead: ahead);
        await stack.SqlAsync($"update organizations set opens = array_fill({Opens}::smallint, array[7]), closes = array_fill({Closes}::smallint, array[7])");
        await stack.SqlAsync("update senders set segments_per_second = 2");
        using var api = await stack.SignInAsync();
        var rows = Rows(4, 600, "America/New_York") + Rows(5, 60, "America/Panama");
        var import = await api.ImportAsync(Encoding.UTF8.GetBytes($"First name,Last name,Phone,Time zone\n{rows}"));
        Assert.Equal(660, import.Added);
        var campaign = await api.StartCampaignAsync(new AudienceFilter(ImportId: import.Id));
        Assert.True(DateTimeOffset.UtcNow + ahead < change.AddSeconds(-10), "The start took so long that the change was over.");

        ILookup<bool, DateTimeOffset> Left() => stack.Received.All().ToLookup(receipt => receipt.To[7] == '4', receipt => receipt.At + ahead);
        // In Panama nobody changes the clock.
        await Eventually.IsAsync(
            () => Task.FromResult(Left()[false].Count() == 60 && DateTimeOffset.UtcNow + ahead > change.AddSeconds(5)),
            () => $"{Left()[true].Count()} of New York's and {Left()[false].Count()} of Panama's texts have left.",
            seconds: 180);
        Assert.InRange(Left()[true].Max(), change.AddSeconds(-5), change.AddSeconds(1));
        Assert.True(Left()[false].Max() > change, "Panama's texts had all left before it.");

        // What is left waits for the next opening by the new clock.
        var opening = new DateTimeOffset(TimeZoneInfo.ConvertTime(change, NewYork).Date.AddDays(1).AddMinutes(Opens), NewYork.GetUtcOffset(change.AddDays(1)));
        await Eventually.IsAsync(
            async () => (DateTime)(await stack.SqlAsync($"select min(due_at) from batches where campaign_id = '{campaign.Id}'"))! == opening.UtcDateTime,
            () => "The rest does not wait for the next day.");
    }

    /// <summary>Of a file to import; all numbers have a digit in common, the eighth.</summary>
    private static string Rows(int digit, int count, string timeZone) =>
        string.Concat(Enumerable.Range(0, count).Select(number => $"Nora{number},Night,+180255{digit}{number:D4},{timeZone}\n"));

    /// <summary>To the second when the clocks of New York go on next.</summary>
    private static DateTimeOffset NextSummer()
    {
        var hour = new DateTimeOffset(DateTimeOffset.UtcNow.Date, TimeSpan.Zero);
        while (NewYork.GetUtcOffset(hour.AddHours(1)) <= NewYork.GetUtcOffset(hour))
            hour = hour.AddHours(1);
        return hour.AddHours(1);
    }
}
