using LabsToGo.Contracts.Http;
using LabsToGo.SmsWorker.Sending;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Faults;
using LabsToGo.TwilioSandbox.Messages;
using Npgsql;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>What Twilio's list proves of a text whose worker died over it, and what it does not (G2). No callback helps.</summary>
public sealed class OpenOutcomeTests(StackFixture fixture) : FaultTest(fixture)
{
    /// <summary>The account redacts every other text, and its clock is behind the database's.</summary>
    private static readonly FaultSettings Account = new() { LostCallbacks = 1, ClockBehindSeconds = 10, RedactedBodies = 0.5 };

    [Fact]
    public async Task A_text_is_found_by_its_body_sent_again_when_nothing_is_unaccounted_for_and_open_otherwise()
    {
        Faults = Account with { LatencyMilliseconds = 3_000 };
        // Patients of its own: what stays open at Twilio proves nothing for minutes.
        var flight = await StartAsync((await OwnAudience.ImportAsync(Stack, 30)).Filter);
        await flight.ArrivedAsync(5);
        await Task.WhenAll(Stack.SmsWorkers.Select(worker => worker.KillAsync()));
        Faults = Account;
        var redacted = flight.Received.Count(receipt => Stack.SandboxMessages.Conversation(receipt.To)[^1].Body.Length == 0);

        var claimed = await ClaimAndDieAsync(flight);
        AddTextOfSomebodyElse(claimed[0].To.Reveal());
        await Task.WhenAll(Stack.SmsWorkers.Select(worker => worker.StartAsync()));

        // What arrived with its body was found, dated before our attempt; what did not arrive was sent.
        await flight.WaitAsync(progress => progress.Total - progress.Finished == progress.Unknown && progress.Unknown == redacted + 1);
        await TwilioIsAskedAsync(flight);
        Assert.Equal(redacted + 1, (await flight.ProgressAsync()).Unknown);
        flight.NobodyIsTextedTwice();
        Assert.Equal(29, flight.Received.Count(receipt => receipt.Accepted));
        await flight.Api.PostAsync<DecisionResponse>($"/api/campaigns/{flight.Id}/messages/decisions", new DecisionRequest(Arrived: true));
        await flight.WaitAsync(progress => progress.Unknown == 0);
    }

    /// <summary>This test is a worker that dies between its claim and its POSTs.</summary>
    private async Task<IReadOnlyList<ClaimedMessage>> ClaimAndDieAsync(Flight flight)
    {
        await using var database = NpgsqlDataSource.Create(Stack.ServiceDatabase);
        var batch = (Guid)(await Stack.SqlAsync($"select id from batches where campaign_id = '{flight.Id}' and attempt_id is null limit 1"))!;
        var claim = await database.ClaimBatchAsync(batch, permits: 100, most: 100, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        return claim!.Messages;
    }

    /// <summary>By the same account, shortly before our attempt.</summary>
    private void AddTextOfSomebodyElse(string to) => Stack.SandboxMessages.Add(new SandboxMessage
    {
        Sid = MessageStore.NewSid(),
        To = to,
        From = "+18335550199",
        Body = "Your taxi is there.",
        Segments = 1,
        Direction = "outbound-api",
        CreatedAt = DateTimeOffset.UtcNow.AddMinutes(-2),
        UpdatedAt = DateTimeOffset.UtcNow,
        Status = "delivered",
    });
}
