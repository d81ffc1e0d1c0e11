namespace LabsToGo.FaultTests.Delivery;

/// <summary>Row 24: a full disk, no memory. Whoever can't write stops safely, and everything goes on when there is room again.</summary>
public sealed class NoRoomTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Row_24_Postgres_on_a_full_disk_costs_time_only()
    {
        var flight = await StartAsync(Everyone);
        await flight.ArrivedAsync(100);
        await Stack.Servers.FillPostgresDiskAsync();
        await Stack.Servers.StartPostgresAsync();
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task Row_24_RabbitMQ_on_a_full_disk_costs_time_only()
    {
        await Stack.Servers.FillRabbitMqDiskAsync();
        Flight flight;
        try
        {
            flight = await StartAsync(Few);
            // Time for a text to leave all the same.
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            Assert.Empty(flight.Received);
        }
        finally
        {
            await Stack.Servers.EmptyRabbitMqDiskAsync();
        }
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task Row_24_Redis_without_memory_makes_it_slower_never_faster()
    {
        var flight = await StartAsync(Everyone);
        await flight.ArrivedAsync(100);
        await Stack.Servers.FillRedisAsync();
        try
        {
            // What was on its way has arrived, and then so many seconds are counted.
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            var then = flight.Received.Count;
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            Assert.InRange(flight.Received.Count - then, 0, 2 * 4 * Flight.Rate / 50);
        }
        finally
        {
            await Stack.Servers.EmptyRedisAsync();
        }
        await flight.EndsWithEveryoneTextedOnceAsync();
    }
}
