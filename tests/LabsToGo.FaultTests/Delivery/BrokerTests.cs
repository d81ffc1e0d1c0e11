namespace LabsToGo.FaultTests.Delivery;

/// <summary>Rows 4 and 5: RabbitMQ only moves work, and all of it can be rebuilt.</summary>
public sealed class BrokerTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public Task Row_4_a_broker_that_crashes_in_the_middle_costs_time_only() => SurvivesAsync(wipe: false);

    [Fact]
    public Task Row_5_a_broker_that_comes_back_empty_costs_time_only() => SurvivesAsync(wipe: true);

    private async Task SurvivesAsync(bool wipe)
    {
        var flight = await StartAsync(Everyone);
        await flight.ArrivedAsync(100);
        await Stack.Servers.CrashRabbitMqAsync(wipe, downFor: TimeSpan.FromSeconds(3));
        await flight.EndsWithEveryoneTextedOnceAsync();
    }
}
