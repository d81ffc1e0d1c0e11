using System.Net;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>Rows 7 and 8: Postgres crashes, in the middle of anything.</summary>
public sealed class PostgresTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Row_7_a_crash_of_Postgres_in_the_middle_loses_and_doubles_nobody()
    {
        var flight = await StartAsync(Everyone);
        for (var arrived = 100; arrived <= 400; arrived += 150)
        {
            await flight.ArrivedAsync(arrived);
            await Stack.Servers.CrashPostgresAsync();
        }
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task Row_8_what_Twilio_answers_while_Postgres_is_away_is_recorded_when_it_is_back()
    {
        Faults = Faults with { LatencyMilliseconds = 1_000 };
        var flight = await StartAsync(Few);
        await flight.ArrivedAsync(5);
        await Stack.Servers.KillPostgresAsync();
        // Every answer came while it was away.
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        await Stack.Servers.StartPostgresAsync();
        Faults = new();
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task While_Postgres_is_away_the_Api_says_so_and_when_to_come_again()
    {
        using var api = await Stack.SignInAsync();
        await Stack.Servers.KillPostgresAsync();
        try
        {
            using var answer = await api.SendAsync(HttpMethod.Get, "/api/campaigns");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(5), answer.Headers.RetryAfter?.Delta);
            Assert.Contains("database", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
        finally
        {
            await Stack.Servers.StartPostgresAsync();
        }
    }
}
