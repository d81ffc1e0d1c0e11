using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Faults;

namespace LabsToGo.FaultTests;

/// <summary>Every test starts a campaign, breaks something, and asks the sandbox what it received.</summary>
public abstract class FaultTest(StackFixture fixture) : IAsyncDisposable
{
    private readonly List<Flight> _flights = [];

    protected Stack Stack => fixture.Stack;

    /// <summary>600 patients, two seconds at the senders' rates.</summary>
    protected AudienceFilter Everyone => fixture.Everyone.Filter;

    /// <summary>A few dozen.</summary>
    protected AudienceFilter Few => fixture.Few.Filter;

    protected FaultSettings Faults
    {
        get => Stack.Faults.Settings;
        set => Stack.Faults.Settings = value;
    }

    protected async Task<Flight> StartAsync(AudienceFilter audience)
    {
        var flight = await Flight.StartAsync(Stack, audience);
        _flights.Add(flight);
        return flight;
    }

    protected static async Task EventuallyAsync(Func<Task<bool>> condition, string otherwise, int seconds = 30)
    {
        for (var deadline = DateTime.UtcNow.AddSeconds(seconds); !await condition();)
        {
            if (DateTime.UtcNow > deadline)
                Assert.Fail(otherwise);
            await Task.Delay(200);
        }
    }

    /// <summary>Of each open row the time of the next question moves on as it is asked about.</summary>
    protected async Task TwilioIsAskedAsync(Flight flight)
    {
        var due = (DateTime)(await Stack.SqlAsync($"select max(ask_at) from notable_messages where campaign_id = '{flight.Id}'"))!;
        await EventuallyAsync(
            async () =>
                (DateTime)(await Stack.SqlAsync($"select min(ask_at) from notable_messages where campaign_id = '{flight.Id}'"))! > due, "Twilio is not asked.");
    }

    /// <summary>The sandbox behaves again, no campaign of this test meets the next one, and if it failed, nothing of what it broke does.</summary>
    public async ValueTask DisposeAsync()
    {
        Faults = new();
        foreach (var service in (ServiceProcess[])[Stack.Api, Stack.CampaignWorker, .. Stack.SmsWorkers])
        {
            if (!service.IsRunning)
                await service.StartAsync();
        }
        await Stack.SqlAsync("update senders set status = 'active', pause_reason = null where status = 'paused'");
        foreach (var flight in _flights)
            await flight.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
