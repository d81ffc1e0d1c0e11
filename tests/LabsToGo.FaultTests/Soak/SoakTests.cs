using System.Diagnostics;
using System.Globalization;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Faults;

namespace LabsToGo.FaultTests.Soak;

/// <summary>
/// Everything at random points for as long as asked (<c>./test.sh soak</c>): <c>LABSTOGO_SOAK_MINUTES</c>, 20 unless told, and <c>LABSTOGO_SOAK_SEED</c>.
/// The seed of each round is printed, so that a round can be run again.
/// </summary>
public sealed class SoakTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact(Explicit = true)]
    public async Task Whatever_breaks_whenever_nobody_is_lost_and_nobody_is_texted_twice()
    {
        var length = TimeSpan.FromMinutes(Setting("LABSTOGO_SOAK_MINUTES") ?? 20);
        var seed = Setting("LABSTOGO_SOAK_SEED") ?? Environment.TickCount & 0xFFFFFF;
        var started = Stopwatch.GetTimestamp();
        for (var round = seed; Stopwatch.GetElapsedTime(started) < length; round++)
        {
            Console.WriteLine($"Seed {round}");
            await RoundAsync(new Random(round));
        }
    }

    private async Task RoundAsync(Random random)
    {
        Faults = Mood(random);
        var flight = await StartAsync(Everyone);
        for (var arrived = random.Next(1, 120); arrived < 450; arrived += random.Next(30, 180))
        {
            await flight.ArrivedAsync(arrived);
            await BreakAsync(random);
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
    };

    private static readonly string[] Victims =
        ["SMS worker", "SMS worker", "campaign worker", "Api", "RabbitMQ", "RabbitMQ wiped", "Redis flushed", "Postgres"];

    private Task BreakAsync(Random random)
    {
        var what = random.Next(Victims.Length);
        Console.WriteLine($"  {Victims[what]}");
        return what switch
        {
            0 or 1 => RestartAsync(Stack.SmsWorkers[what]),
            2 => RestartAsync(Stack.CampaignWorker),
            3 => RestartAsync(Stack.Api),
            4 => Stack.Servers.CrashRabbitMqAsync(wipe: false, TimeSpan.FromSeconds(random.Next(3))),
            5 => Stack.Servers.CrashRabbitMqAsync(wipe: true, TimeSpan.FromSeconds(random.Next(3))),
            6 => Stack.Servers.FlushRedisAsync(),
            _ => Stack.Servers.CrashPostgresAsync(),
        };
    }

    private static async Task RestartAsync(ServiceProcess service)
    {
        await service.KillAsync();
        await service.StartAsync();
    }

    private static int? Setting(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
