using LabsToGo.SmsWorker.Sending;
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
        var random = new Random(20261123);
        var flight = await StartAsync(Everyone);
        for (var arrived = 30; arrived < 450; arrived += random.Next(45, 135))
        {
            await flight.ArrivedAsync(arrived);
            var victim = Stack.SmsWorkers[random.Next(2)];
            await victim.KillAsync();
            await victim.StartAsync();
        }
        Faults = new();
        await flight.EndsWithEveryoneTextedOnceAsync(seconds: 240);
    }
}
