using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Faults;
using LabsToGo.TwilioSandbox.Received;
using Npgsql;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>
/// Nothing arrives later than a second after what forbids it, however slowly Twilio answers (G3, G4, G8): what is claimed leaves at once or not at all.
/// </summary>
public sealed class LateTests(StackFixture fixture) : FaultTest(fixture)
{
    private readonly List<Forbidden> _forbidden = [];

    [Theory]
    [InlineData(0.3, 100)]
    [InlineData(4, 300)]
    public async Task Whatever_stops_a_text_stops_it_within_a_second(double latency, int rate)
    {
        using var api = await Stack.SignInAsync();
        await using var senders = await SlowSenders.SetAsync(api, rate);
        var audience = await OwnAudience.ImportAsync(Stack, 3_000);
        Faults = new FaultSettings { LatencyMilliseconds = (int)(latency * 1_000) };
        // Long enough for connections that are taken to be free again, and for what waited for one.
        var lasts = TimeSpan.FromSeconds(latency + 1.5);
        var flight = await StartAsync(audience.Filter);
        // The first few go ahead, and the rest of their batches with them, or not at all.
        await flight.ArrivedAsync(3);
        await ForbidAsync(lasts, _ => true, $"/api/campaigns/{flight.Id}/pause", $"/api/campaigns/{flight.Id}/resume", flight);

        var paused = (await flight.Api.GetAsync<List<SenderResponse>>("/api/senders"))[0];
        await StopPeopleAsync(flight);
        await ForbidAsync(lasts, _ => true, "/api/organization/stop", "/api/organization/resume", flight);
        await ForbidAsync(lasts, receipt => receipt.From == paused.Phone, $"/api/senders/{paused.Id}/pause", $"/api/senders/{paused.Id}/resume", flight);
        await CloseHoursAsync(lasts);
        NothingForbiddenArrived(flight);
    }

    [Fact]
    public async Task Nor_does_anything_leave_late_when_Twilio_takes_twenty_seconds_and_every_connection_is_taken()
    {
        await Task.WhenAll(Stack.SmsWorkers.Select(other => other.KillAsync()));
        var patience = new Dictionary<string, string> { ["Twilio__TimeoutSeconds"] = "30", ["Twilio__MaxConnections"] = "300" };
        var worker = Stack.NewSmsWorker("patient-worker", patience);
        await worker.StartAsync();
        try
        {
            var flight = await StartAsync((await OwnAudience.ImportAsync(Stack, 1_900)).Filter);
            await flight.ArrivedAsync(100);
            Faults = new FaultSettings { LatencyMilliseconds = 20_000 };
            await flight.ArrivedAsync(flight.Received.Count + 300);

            await StopPeopleAsync(flight);
            await ForbidAsync(TimeSpan.FromSeconds(21), _ => true, "/api/organization/stop", "/api/organization/resume", flight);
            NothingForbiddenArrived(flight);
        }
        finally
        {
            await worker.KillAsync();
            await Task.WhenAll(Stack.SmsWorkers.Select(other => other.StartAsync()));
        }
    }

    private void NothingForbiddenArrived(Flight flight)
    {
        var received = flight.Received;
        Assert.All(_forbidden, forbidden => Assert.DoesNotContain(received, forbidden.Covers));
        flight.NobodyIsTextedTwice();
    }

    /// <summary>Twenty people whose texts wait.</summary>
    private async Task StopPeopleAsync(Flight flight)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(
            "select phone from messages where campaign_id = $1 and status = 'pending' order by id desc limit 20",
            database) { Parameters = { new() { Value = flight.Id } } };
        var people = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken))
        {
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                people.Add(reader.GetString(0));
        }
        _forbidden.AddRange(await Task.WhenAll(people.Select(async phone =>
        {
            Assert.True(await Stack.Phone.ReplyAsync(phone, "+18005550100", "STOP", TestContext.Current.CancellationToken));
            return new Forbidden("STOP", DateTimeOffset.UtcNow, DateTimeOffset.MaxValue, receipt => receipt.To == phone);
        })));
    }

    private async Task ForbidAsync(TimeSpan lasts, Func<Receipt, bool> what, string forbid, string allow, Flight flight)
    {
        await flight.Api.PostAsync<object>(forbid);
        try
        {
            var from = DateTimeOffset.UtcNow;
            await Task.Delay(lasts, TestContext.Current.CancellationToken);
            _forbidden.Add(new Forbidden(forbid, from, DateTimeOffset.UtcNow, what));
            Assert.NotEqual(0, (await flight.ProgressAsync()).Pending);
        }
        finally
        {
            await flight.Api.PostAsync<object>(allow);
        }
        await Task.Delay(200, TestContext.Current.CancellationToken);
    }

    /// <summary>As when the window of everybody ends at this moment; the end of the test is before it opens again.</summary>
    private async Task CloseHoursAsync(TimeSpan lasts)
    {
        await using var hours = await ClosedHours.SetAsync(Stack);
        var from = DateTimeOffset.UtcNow;
        await Task.Delay(lasts, TestContext.Current.CancellationToken);
        _forbidden.Add(new Forbidden("the window's end", from, DateTimeOffset.UtcNow, _ => true));
    }

    private sealed record Forbidden(string By, DateTimeOffset From, DateTimeOffset Until, Func<Receipt, bool> What)
    {
        public bool Covers(Receipt receipt) => receipt.At > From.AddSeconds(1) && receipt.At < Until && What(receipt);
    }
}
