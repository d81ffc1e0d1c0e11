using System.Diagnostics;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>Row 24: a deployment in the middle of a campaign.</summary>
public sealed class ShutdownTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Row_24_on_SIGTERM_a_worker_finishes_what_is_under_way_and_the_next_goes_on()
    {
        Faults = Faults with { LatencyMilliseconds = 500 };
        var flight = await StartAsync(Everyone);
        await flight.ArrivedAsync(200);

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Stack.SmsWorkers.Select(worker => worker.StopAsync(TimeSpan.FromSeconds(40))));
        Assert.InRange(Stopwatch.GetElapsedTime(started).TotalSeconds, 0, 20);
        var stopped = await flight.ProgressAsync();
        Assert.Equal(0, stopped.Sending + stopped.Unknown);
        Assert.Equal(flight.Received.Count, stopped.Handed);

        Faults = new();
        await Task.WhenAll(Stack.SmsWorkers.Select(worker => worker.StartAsync()));
        await flight.EndsWithEveryoneTextedOnceAsync();
    }
}
