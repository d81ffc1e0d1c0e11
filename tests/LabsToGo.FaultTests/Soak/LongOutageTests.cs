using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.FaultTests.Soak;

/// <summary>Row 4 at its longest.</summary>
public sealed class LongOutageTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact(Explicit = true)]
    public async Task Row_4_a_broker_that_is_away_for_ten_minutes_costs_ten_minutes()
    {
        var running = await OwnAudience.ImportAsync(Stack, 1_200);
        var started = await OwnAudience.ImportAsync(Stack, 90);
        var stopped = running.Phones.Last();
        var flight = await StartAsync(running.Filter);
        await flight.ArrivedAsync(100);

        await Stack.Servers.KillRabbitMqAsync();
        CampaignResponse meanwhile;
        try
        {
            // Staff and patients go on: a start is taken, and so is a STOP.
            meanwhile = await flight.Api.StartCampaignAsync(started.Filter);
            Assert.True(await Stack.Phone.ReplyAsync(stopped, "+18005550100", "STOP", TestContext.Current.CancellationToken));
            await Task.Delay(TimeSpan.FromMinutes(10), TestContext.Current.CancellationToken);
        }
        finally
        {
            await Stack.Servers.StartRabbitMqAsync();
        }

        using var api = await Stack.SignInAsync();
        await api.WaitForEndAsync(flight.Id);
        await api.WaitForEndAsync(meanwhile.Id);
        Assert.Equal(running.Phones.Except([stopped]).Order(), Accepted(running));
        Assert.Equal(started.Phones.Order(), Accepted(started));
        flight.NoSecondExceedsTheRate();
    }

    private static IEnumerable<string> Accepted(OwnAudience audience) =>
        audience.Received.Where(receipt => receipt.Accepted).Select(receipt => receipt.To).Order();
}
