using LabsToGo.SmsWorker.Sending;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>Rows 1 to 3 of the fault table: an SMS worker dies at any point.</summary>
public sealed class WorkerDeathTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Row_1_a_claim_whose_worker_died_before_its_POST_is_sent_once_by_another()
    {
        await Task.WhenAll(Stack.SmsWorkers.Select(worker => worker.KillAsync()));
        var flight = await StartAsync(Few);
        await flight.WaitAsync(progress => progress.Planned);

        // This test is the worker that claims and dies.
        await using var database = NpgsqlDataSource.Create(Stack.ServiceDatabase);
        await using var command = database.CreateCommand("select id from batches where campaign_id = $1");
        command.Parameters.Add(new() { Value = flight.Id });
        var batch = (Guid)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        var claim = await database.ClaimBatchAsync(batch, permits: 100, most: 100, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        Assert.NotEmpty(claim!.Messages);

        await Task.WhenAll(Stack.SmsWorkers.Select(worker => worker.StartAsync()));
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task Row_2_a_worker_that_dies_after_its_POSTs_left_doubles_nobody()
    {
        Faults = Faults with { LatencyMilliseconds = 2_000 };
        var flight = await StartAsync(Few);
        await flight.ArrivedAsync(5);

        await Task.WhenAll(Stack.SmsWorkers.Select(worker => worker.KillAsync()));
        Faults = new();
        await Task.WhenAll(Stack.SmsWorkers.Select(worker => worker.StartAsync()));

        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task Row_3_workers_that_die_at_random_points_lose_and_double_nobody()
    {
        Faults = Faults with { LatencyMilliseconds = 40 };
        var kills = Thoroughness.Full ? 50 : 5;
        // Slow enough for so many to start again before it is over.
        using var api = await Stack.SignInAsync();
        await using var senders = await SlowSenders.SetAsync(api, 150.0 / kills);
        var random = new Random();
        var flight = await StartAsync(Everyone);
        for (var kill = 0; kill < kills; kill++)
        {
            await flight.ArrivedAsync(30 + 450 * kill / kills + random.Next(450 / kills));
            var victim = Stack.SmsWorkers[random.Next(2)];
            await victim.KillAsync();
            await victim.StartAsync();
        }
        Faults = new();
        await flight.EndsWithEveryoneTextedOnceAsync(seconds: 240);
    }
}
