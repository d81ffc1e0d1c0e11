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
    public async Task Rows_14_and_19_a_callback_that_two_Apis_take_at_the_same_moment_counts_once_and_so_does_whoever_plays_it_again()
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
        await NothingIsBelievedAnewAsync(both, flight);
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

    /// <summary>Whoever has read a callback on its way can play it again and change nothing, and make no other of it.</summary>
    private async Task NothingIsBelievedAnewAsync(BothApis both, Flight flight)
    {
        const string Everything = "select hashtextextended(string_agg(to_jsonb(m)::text, ',' order by id), 0) from messages m where campaign_id = $1";
        var (before, api, known) = (await ScalarAsync(flight, Everything), both.OneOfThem, both.Callbacks.ToList());
        var callback = known.First(call => call.Form.Contains("MessageStatus=sent", StringComparison.Ordinal));
        var another = known.First(call => call.Target != callback.Target);
        using var http = new HttpClient();
        foreach (var again in known.Take(20))
            Assert.Equal(204, await again.PlayAsync(http, api));

        Callback[] forged =
        [
            callback with { Target = another.Target },
            callback with { Form = callback.Form.Replace("MessageStatus=sent", "MessageStatus=failed", StringComparison.Ordinal) },
            callback with { Form = callback.Form + "&ErrorCode=30003" },
            callback with { Signature = another.Signature },
            callback with { Signature = null },
        ];
        foreach (var call in forged)
            Assert.Equal(403, await call.PlayAsync(http, api));
        // An Api that Twilio knows by another address does not believe whom the caller says it called.
        Assert.Equal(403, await callback.PlayAsync(http, Stack.Api.Url));
        Assert.Equal(403, await callback.PlayAsync(http, Stack.Api.Url, both.Host));
        Assert.Equal(before, await ScalarAsync(flight, Everything));
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
