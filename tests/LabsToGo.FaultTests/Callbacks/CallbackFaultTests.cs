using LabsToGo.TwilioSandbox.Faults;
using Npgsql;

namespace LabsToGo.FaultTests.Callbacks;

/// <summary>Rows 14 to 18: callbacks are repeated, shuffled, early, lost or slow.</summary>
public sealed class CallbackFaultTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Rows_14_and_15_repeated_and_shuffled_callbacks_give_the_same_end_and_one_line_of_history_each()
    {
        Faults = new FaultSettings { DuplicateCallbacks = 1, ShuffledCallbacks = 1 };
        var flight = await StartAsync(Few);
        await flight.EndsWithEveryoneTextedOnceAsync();
        await HistoryIsWholeAsync(flight);
    }

    [Fact]
    public async Task Row_14_a_callback_that_two_Apis_take_at_the_same_moment_counts_once()
    {
        await using var both = await BothApis.StartAsync(Stack);
        Faults = new FaultSettings { DuplicateCallbacks = 0.5, ShuffledCallbacks = 0.5, CallbackDelayMilliseconds = 100 };
        var flight = await StartAsync(Few);
        await flight.EndsWithEveryoneTextedOnceAsync();
        await HistoryIsWholeAsync(flight);
        var progress = await flight.ProgressAsync();
        Assert.InRange(both.Taken, 3 * progress.Delivered, int.MaxValue);
        Assert.Equal(
            progress.Delivered, await ScalarAsync(flight, "select count(*) from messages where campaign_id = $1 and status = 'delivered'"));
    }

    [Fact]
    public async Task Row_16_a_callback_before_the_answer_is_applied_by_our_own_id()
    {
        Faults = new FaultSettings { SilenceAfterAccepting = 1, CallbackDelayMilliseconds = 0 };
        var flight = await StartAsync(Few);
        // What is known first: no POST is ever answered, and when they run out of time their rows are unknown.
        var known = await flight.WaitAsync(progress => progress.Delivered + progress.Unknown > 0);
        Assert.True(known.Delivered > 0, $"{known}");
        Faults = new();
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task Row_17_lost_callbacks_are_made_up_for_by_asking()
    {
        Faults = new FaultSettings { LostCallbacks = 0.5 };
        var flight = await StartAsync(Everyone);
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    [Fact]
    public async Task Row_18_while_the_database_is_locked_callbacks_are_refused_and_none_is_lost()
    {
        var flight = await StartAsync(Everyone);
        await flight.ArrivedAsync(300);
        await using (var database = await Stack.OpenDatabaseAsync())
        {
            await using var transaction = await database.BeginTransactionAsync(TestContext.Current.CancellationToken);
            await using var command = new NpgsqlCommand("lock table messages in exclusive mode", database);
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            // Longer than the two seconds that a callback waits for the database.
            await Task.Delay(TimeSpan.FromSeconds(4), TestContext.Current.CancellationToken);
        }
        await flight.EndsWithEveryoneTextedOnceAsync();
    }

    private Task HistoryIsWholeAsync(Flight flight) => EventuallyAsync(
        async () =>
            await ScalarAsync(
                flight, "select count(*) from messages where campaign_id = $1 and status = 'delivered' and history ?& array['queued', 'sent', 'delivered']")
            == (await flight.ProgressAsync()).Delivered,
        "A status is missing in the history.");

    private async Task<long> ScalarAsync(Flight flight, string sql)
    {
        await using var database = await Stack.OpenDatabaseAsync();
        await using var command = new NpgsqlCommand(sql, database) { Parameters = { new() { Value = flight.Id } } };
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
