using System.Diagnostics;
using System.Globalization;
using LabsToGo.TwilioSandbox.Faults;

namespace LabsToGo.FaultTests.Soak;

/// <summary>
/// Everything at random points, three times for as long as asked (<c>./test.sh soak</c>): <c>LABSTOGO_SOAK_MINUTES</c>, 20 unless told, from
/// <c>LABSTOGO_SOAK_SEED</c> on. The seed of each round is printed, so that a round can be run again.
/// </summary>
public sealed class SoakTests(StackFixture fixture) : FaultTest(fixture)
{
    /// <summary>Far fewer than there is time for: of three stretches of 20 minutes 240.</summary>
    private const int KillsPerMinute = 4;

    [Theory(Explicit = true)]
    [InlineData(0)]
    [InlineData(100_000)]
    [InlineData(200_000)]
    public async Task Whatever_breaks_whenever_nobody_is_lost_and_nobody_is_texted_twice(int further)
    {
        var minutes = Setting("LABSTOGO_SOAK_MINUTES") ?? 20;
        var breakage = new Breakage(Stack);
        var started = Stopwatch.GetTimestamp();
        var first = further + (Setting("LABSTOGO_SOAK_SEED") ?? Environment.TickCount & 0xFFFF);
        var round = first;
        for (; Stopwatch.GetElapsedTime(started) < TimeSpan.FromMinutes(minutes); round++)
        {
            Console.WriteLine($"Seed {round}");
            await RoundAsync(new Random(round), breakage);
        }
        Console.WriteLine($"{round - first} campaigns, {breakage.Kills} kills in {Stopwatch.GetElapsedTime(started).TotalMinutes:0} minutes");
        Assert.InRange(breakage.Kills, KillsPerMinute * minutes, int.MaxValue);
    }

    private async Task RoundAsync(Random random, Breakage breakage)
    {
        Faults = Mood(random);
        var flight = await StartAsync(Everyone);
        for (var arrived = random.Next(1, 120); arrived < 450; arrived += random.Next(30, 180))
        {
            await flight.ArrivedAsync(arrived);
            await breakage.AnyAsync(random, flight);
        }
        Faults = new();
        await flight.EndsWithEveryoneTextedOnceAsync(seconds: 300);
    }

    /// <summary>Only what Twilio accepted or provably refused: the rest is for a person to decide.</summary>
    private static FaultSettings Mood(Random random) => new()
    {
        LatencyMilliseconds = random.Next(0, 150),
        TooManyRequests = random.Next(3) == 0 ? 0.2 : 0,
        ServerErrorAfterAccepting = random.Next(3) == 0 ? 0.02 : 0,
        ResetAfterAccepting = random.Next(3) == 0 ? 0.02 : 0,
        MalformedAfterAccepting = random.Next(3) == 0 ? 0.02 : 0,
        SilenceAfterAccepting = random.Next(4) == 0 ? 0.01 : 0,
        DuplicateCallbacks = random.Next(2) == 0 ? 0.3 : 0,
        ShuffledCallbacks = random.Next(2) == 0 ? 0.5 : 0,
        LostCallbacks = random.Next(2) == 0 ? 0.1 : 0,
        ClockBehindSeconds = random.Next(4) == 0 ? random.Next(-3, 3) : 0,
        RedactedBodies = random.Next(4) == 0 ? 0.5 : 0,
    };

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
