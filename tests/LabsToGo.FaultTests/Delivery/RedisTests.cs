using System.Diagnostics;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>Row 6: Redis may lose everything at any time, and only speed suffers.</summary>
public sealed class RedisTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Row_6_a_flushed_Redis_never_lets_a_sender_go_faster()
    {
        var flight = await StartAsync(Everyone);
        for (var arrived = 50; arrived <= 450; arrived += 100)
        {
            await flight.ArrivedAsync(arrived);
            await Stack.Servers.FlushRedisAsync();
        }
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task Row_6_without_Redis_sending_is_slower_never_faster_and_goes_on_by_itself()
    {
        var flight = await StartAsync(Everyone);
        await flight.ArrivedAsync(100);
        await Stack.Servers.KillRedisAsync();
        try
        {
            // What was on its way has arrived, and then so many seconds are counted.
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            var (then, since) = (flight.Received.Count, Stopwatch.GetTimestamp());
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            await flight.ArrivedAsync(then + 1);
            // One slot a second of each of the two senders.
            Assert.InRange(flight.Received.Count - then, 1, 2 * (Stopwatch.GetElapsedTime(since).TotalSeconds + 1) * Flight.Rate / 50);
        }
        finally
        {
            // Whatever was counted, the tests that follow need it.
            await Stack.Servers.StartRedisAsync();
        }
        await flight.EndsWithEveryoneTextedOnceAsync();
    }
}
