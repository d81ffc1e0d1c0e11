using System.Globalization;
using System.Text;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using LabsToGo.TwilioSandbox.Received;
using Npgsql;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>Who goes first, and who does not wait for whom.</summary>
public sealed class LaneTests(StackFixture fixture) : FaultTest(fixture)
{
    /// <summary>Of each of the two senders: everybody takes some twenty seconds.</summary>
    private const int SlowRate = 15;

    [Fact]
    public async Task A_reply_overtakes_a_campaign_of_hundreds_on_its_sender_and_no_second_holds_more_than_the_rate()
    {
        using var api = await Stack.SignInAsync();
        await using var _ = await SlowSenders.SetAsync(api, SlowRate);
        var patients = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => api.NewPatientAsync()));
        var flight = await StartAsync(Everyone);
        await flight.ArrivedAsync(90);

        foreach (var patient in patients)
        {
            await api.TextAsync(patient, "Your nurse is at the door.");
            var taken = DateTimeOffset.UtcNow;
            await EventuallyAsync(() => Task.FromResult(Arrived(patient)), "The reply did not arrive");
            // What its sender had out already, three seconds' worth, it went before; what left while a slow machine planned it and handed it out, it did not.
            var reply = Stack.Received.All().First(receipt => receipt.To == patient.Phone);
            Assert.InRange(flight.Received.Count(receipt => receipt.From == reply.From && receipt.At > taken && receipt.At < reply.At), 0, 3 * SlowRate);
        }

        Assert.True((await flight.ProgressAsync()).Pending > 150, $"{await flight.ProgressAsync()}");
        await flight.ArrivedAsync(240);
        Assert.All(ReceivedSummary.Of(flight.Received).BusiestSecond, sender => Assert.InRange(sender.Value, 0, SlowRate));
    }

    [Fact]
    public async Task A_campaign_of_ten_does_not_wait_for_one_of_hundreds()
    {
        using var api = await Stack.SignInAsync();
        await using var _ = await SlowSenders.SetAsync(api, SlowRate);
        var rows = Enumerable.Range(0, 10).Select(number => $"Tina,Ten{number},+1715555010{number}");
        var import = await api.ImportAsync(Encoding.UTF8.GetBytes($"First name,Last name,Phone\n{string.Join('\n', rows)}\n"));
        var hundreds = await StartAsync(Everyone);
        await hundreds.ArrivedAsync(60);

        var ten = await StartAsync(new AudienceFilter(ImportId: import.Id));
        await ten.WaitAsync(progress => progress.Handed == 10);

        Assert.True((await hundreds.ProgressAsync()).Pending > 90, $"{await hundreds.ProgressAsync()}");
    }

    [Fact]
    public async Task An_organization_does_not_wait_for_the_hundreds_of_campaigns_of_another()
    {
        await using var database = await Stack.OpenDatabaseAsync();
        var other = await OtherLab.MakeAsync(database, campaigns: 400);
        try
        {
            // Time for what can go wrong: as many of them as may be are handed out.
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            var flight = await StartAsync(Few);
            // The others' last it for 400 seconds, whatever the machine is busy with.
            await flight.WaitAsync(progress => progress is { Planned: true, Pending: 0, Sending: 0 });
        }
        finally
        {
            await OtherLab.CancelAsync(database, other);
        }
    }

    [Fact]
    public async Task A_reply_does_not_wait_for_campaigns_that_are_being_planned()
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();
        var held = new List<Guid>();
        for (var number = 0; number < 2; number++)
            held.Add((await api.PostAsync<CampaignResponse>("/api/campaigns", new CampaignRequest("Long", "Hello {{ first_name }}", Few))).Id);
        await using var database = await Stack.OpenDatabaseAsync();
        await using var holding = await database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        // The planner takes them, and then waits for their rows as long as this transaction lasts.
        await ExecuteAsync(database, "select from campaigns where id = any($1) for key share", held);
        await using (var other = await Stack.OpenDatabaseAsync())
            await ExecuteAsync(
                other,
                "update campaigns set status = 'queued', started_at = now() - interval '3 seconds', expires_at = now() + interval '1 day' where id = any($1)",
                held);
        await EventuallyAsync(async () => await WaitingForLocksAsync() == 2, "The planner does not wait");

        await api.TextAsync(patient, "Are you at home?");
        await EventuallyAsync(() => Task.FromResult(Arrived(patient)), "The reply waits for the planner", seconds: 60);

        await holding.RollbackAsync(TestContext.Current.CancellationToken);
        foreach (var id in held)
            await api.WaitForEndAsync(id);
    }

    private static async Task ExecuteAsync(NpgsqlConnection database, string sql, List<Guid> campaigns)
    {
        await using var command = new NpgsqlCommand(sql, database) { Parameters = { new() { Value = campaigns.ToArray() } } };
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private bool Arrived(PatientResponse patient) => Stack.Received.All().Any(receipt => receipt.To == patient.Phone);

    private async Task<long> WaitingForLocksAsync()
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(
            "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'select plan_cursor%'", database);
        return Convert.ToInt64(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), CultureInfo.InvariantCulture);
    }
}
