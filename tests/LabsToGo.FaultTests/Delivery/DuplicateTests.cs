using System.Net;
using Npgsql;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>Row 23: everything comes twice.</summary>
public sealed class DuplicateTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Row_23_a_second_press_of_Start_is_refused_and_the_campaign_runs_once()
    {
        var flight = await StartAsync(Everyone);
        using var again = await flight.Api.SendAsync(HttpMethod.Post, $"/api/campaigns/{flight.Id}/start");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task Row_23_batches_that_are_handed_out_again_and_again_are_sent_once()
    {
        Faults = Faults with { LatencyMilliseconds = 50 };
        var flight = await StartAsync(Everyone);
        await using var database = await Stack.OpenDatabaseAsync();
        for (var rounds = 0; rounds < 20; rounds++)
        {
            // What is being claimed or recorded at this moment is passed by: an update that waits for row after row would deadlock with a statement that
            // records several batches.
            await using var command = new NpgsqlCommand(
                """
                with every as (
                    select id from batches where campaign_id = $1 for update skip locked
                )
                update batches b set handed_at = null from every where b.id = every.id
                """,
                database) { Parameters = { new() { Value = flight.Id } } };
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task Row_23_a_dispatcher_that_dies_is_replaced_by_the_one_that_waits()
    {
        var second = Stack.NewCampaignWorker("campaign-worker-2", new Dictionary<string, string>());
        await second.StartAsync();
        try
        {
            var flight = await StartAsync(Everyone);
            await flight.ArrivedAsync(100);
            await Stack.CampaignWorker.KillAsync();
            await flight.EndsWithEveryoneTextedOnceAsync();
        }
        finally
        {
            await Stack.CampaignWorker.StartAsync();
            await second.KillAsync();
        }
    }
}
