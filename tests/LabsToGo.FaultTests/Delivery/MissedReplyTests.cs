using LabsToGo.Testing;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>Replies that no webhook brought, since the Api was away when they came (G3).</summary>
public sealed class MissedReplyTests(StackFixture fixture) : FaultTest(fixture)
{
    private const string Sender = "+18005550100";

    [Fact]
    public async Task A_STOP_that_came_while_the_Api_was_away_is_taken_in_once_and_obeyed()
    {
        var audience = await OwnAudience.ImportAsync(Stack, 3);
        var phone = audience.Phones.First();
        await StopWhileTheApiIsAwayAsync(phone);

        var flight = await StartAsync(audience.Filter);
        await flight.WaitAsync(progress => progress is { Delivered: 2, Skipped: 1 });
        Assert.DoesNotContain(flight.Received, receipt => receipt.To == phone);

        // It is listed again and again, here to a worker that starts.
        await Stack.SmsWorkers[0].KillAsync();
        await Stack.SmsWorkers[0].StartAsync();
        await Stack.Phone.ReplyAsync(phone, Sender, "Thank you", TestContext.Current.CancellationToken);
        Assert.Equal(3L, await Stack.SqlAsync($"select count(*) from replies where phone = '{phone}'"));
        Assert.Equal(1L, await Stack.SqlAsync($"select count(*) from consent_events where phone = '{phone}' and kind = 'revoked'"));
    }

    [Fact]
    public async Task A_worker_that_starts_sends_nothing_before_it_has_read_what_came_meanwhile()
    {
        var audience = await OwnAudience.ImportAsync(Stack, 3);
        var phone = audience.Phones.First();
        await Task.WhenAll(Stack.SmsWorkers.Select(worker => worker.KillAsync()));
        var flight = await StartAsync(audience.Filter);
        await flight.WaitAsync(progress => progress is { Planned: true, Pending: 3 });
        await Stack.Api.KillAsync();
        Assert.False(await Stack.Phone.ReplyAsync(phone, Sender, "STOP", TestContext.Current.CancellationToken));
        await Stack.Api.StartAsync();

        Faults = new() { UnavailableLists = 1 };
        await Task.WhenAll(Stack.SmsWorkers.Select(worker => worker.StartAsync()));
        await EventuallyAsync(
            async () => (await File.ReadAllTextAsync(Stack.SmsWorkers[0].LogFile, TestContext.Current.CancellationToken))
                .Contains("ReplySweep failed", StringComparison.Ordinal),
            "Nothing was asked for.");
        // Time for a text to leave all the same: batches are handed out every second.
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        Assert.Empty(flight.Received);

        Faults = new();
        await flight.WaitAsync(progress => progress is { Delivered: 2, Skipped: 1 });
        Assert.DoesNotContain(flight.Received, receipt => receipt.To == phone);
    }

    private async Task StopWhileTheApiIsAwayAsync(string phone)
    {
        await Stack.Api.KillAsync();
        // Within a second, which is as exact as Twilio's dates are.
        foreach (var word in (string[])["START", "STOP"])
            Assert.False(await Stack.Phone.ReplyAsync(phone, Sender, word, TestContext.Current.CancellationToken));
        await EventuallyAsync(
            async () => 2L.Equals(await Stack.SqlAsync($"select count(*) from replies where phone = '{phone}'")), "The replies were not taken in.");
        await Stack.Api.StartAsync();
    }
}
