using LabsToGo.Contracts.Http;
using LabsToGo.FaultTests.Delivery;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Faults;

namespace LabsToGo.FaultTests.Twilio;

/// <summary>Row 13: Twilio refuses the account, a number, or everybody for a reason that nobody knows.</summary>
public sealed class RefusalTests(StackFixture fixture) : FaultTest(fixture)
{
    /// <summary>From the moment at which a worker reads the first refusal, with Redis or without.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    private static readonly Dictionary<string, FaultSettings> Refusals = new()
    {
        ["the account"] = new() { RefuseWithCode = 20003 },
        ["the number"] = new() { RefuseWithCode = 21606 },
        ["a code that nobody knows"] = new() { RefuseWithCode = 29999 },
        ["a proxy's page"] = new() { ForbiddenPage = 1 },
    };

    [Theory]
    [InlineData("the account", 300)]
    [InlineData("the number", 0)]
    [InlineData("a code that nobody knows", 300)]
    [InlineData("a proxy's page", 0)]
    public async Task Row_13_what_refuses_everybody_pauses_the_senders_in_full_flight_and_keeps_the_rows(string what, int latency)
    {
        var refusal = Refusals[what] with { LatencyMilliseconds = latency };
        await using var database = await Stack.OpenDatabaseAsync();
        var otherLab = await OtherLab.MakeAsync(database, campaigns: 0);
        // Twilio is trusted, and all connections are in use.
        Faults = new FaultSettings { LatencyMilliseconds = latency };
        var flight = await StartAsync(Everyone);
        await flight.ArrivedAsync(50);
        Faults = refusal;
        await EventuallyAsync(async () => (await SendersAsync(flight)).All(sender => sender.Status is SenderStatus.Paused), $"No pause: {what}.");
        var refused = flight.Received.Where(receipt => !receipt.Accepted).ToList();
        // Time for what was handed out already.
        await Task.Delay(Bound * 2, TestContext.Current.CancellationToken);
        var read = refused[0].At.AddMilliseconds(latency);
        var last = flight.Received[^1].At;
        TestContext.Current.SendDiagnosticMessage($"{what}: {(last - read).TotalMilliseconds:0} ms after the first refusal was answered the last text came.");
        Assert.InRange(last, DateTimeOffset.MinValue, read + Bound);
        Assert.Equal(0, (await flight.ProgressAsync()).Failed);
        Assert.All(await SendersAsync(flight), sender => Assert.Contains("Nothing is lost", sender.PauseReason, StringComparison.Ordinal));

        Assert.Equal(
            what is "the account" ? "paused" : "active", await Stack.SqlAsync($"select status from senders where organization_id = '{otherLab}'"));

        Faults = new();
        foreach (var sender in await SendersAsync(flight))
            await flight.Api.PostAsync<SenderResponse>($"/api/senders/{sender.Id}/resume");
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task A_refusal_that_nobody_can_explain_is_tried_three_times_and_then_its_recipient_s()
    {
        Faults = new FaultSettings { RefuseWithCode = 29999 };
        var flight = await StartAsync((await OwnAudience.ImportAsync(Stack, 2)).Filter);
        var ended = (await flight.Api.WaitForEndAsync(flight.Id)).Progress;
        Assert.Equal((2, 6), (ended.Failed, flight.Received.Count));
        Assert.All(await SendersAsync(flight), sender => Assert.Equal(SenderStatus.Active, sender.Status));
    }

    private static Task<IReadOnlyList<SenderResponse>> SendersAsync(Flight flight) => flight.Api.GetAsync<IReadOnlyList<SenderResponse>>("/api/senders");
}
