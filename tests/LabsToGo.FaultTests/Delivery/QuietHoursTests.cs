using LabsToGo.Contracts.Http;
using LabsToGo.Testing;
using Npgsql;

namespace LabsToGo.FaultTests.Delivery;

/// <summary>Row 21: the database's clock decides, so a worker's own may be wrong; outside the window nothing leaves.</summary>
public sealed class QuietHoursTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Row_21_outside_the_patients_hours_nothing_leaves_until_they_open()
    {
        await using var database = await Stack.OpenDatabaseAsync();
        var (opens, closes) = await HoursAsync(database);
        try
        {
            // An hour or more from now, on every day.
            var opening = (short)((NewYork.TotalMinutes + 90) % (23 * 60));
            await SetHoursAsync(database, [.. Enumerable.Repeat(opening, 7)], [.. Enumerable.Repeat((short)(opening + 60), 7)]);
            var flight = await StartAsync(Few);
            await EventuallyAsync(async () => await WaitsForAsync(flight, opening), "The rows do not wait for the opening.");
            Assert.Empty(flight.Received);

            // The time that they wait for has come, and not their hours.
            await Stack.SqlAsync($"update batches set due_at = now() where campaign_id = '{flight.Id}'");
            await EventuallyAsync(async () => await WaitsForAsync(flight, opening), "What was due did not wait again.");
            Assert.Empty(flight.Received);

            await SetHoursAsync(database, opens, closes);
            await Stack.SqlAsync($"update batches set due_at = now() where campaign_id = '{flight.Id}'");
            await flight.EndsWithEveryoneTextedOnceAsync();
        }
        finally
        {
            await SetHoursAsync(database, opens, closes);
        }
    }

    /// <summary>Every row of it waits for that minute of a day in New York.</summary>
    private async Task<bool> WaitsForAsync(Flight flight, short minute) =>
        await Stack.SqlAsync(
            $"""
            select bool_and(due_at > now() and due_at at time zone 'America/New_York' = date_trunc('day',
                due_at at time zone 'America/New_York') + {minute} * interval '1 minute')
                and sum(cardinality(message_ids)) = (select pending from campaign_counters where campaign_id = '{flight.Id}')
            from batches where campaign_id = '{flight.Id}'
            """) is true;

    [Fact]
    public async Task Row_21_workers_whose_clocks_are_hours_wrong_send_within_the_window_and_never_outside()
    {
        await using var database = await Stack.OpenDatabaseAsync();
        var (opens, closes) = await HoursAsync(database);
        (ServiceProcess Service, int Hours)[] wrong = [(Stack.CampaignWorker, 2), (Stack.SmsWorkers[0], 2), (Stack.SmsWorkers[1], -2)];
        try
        {
            await Task.WhenAll(wrong.Select(worker => RestartAsync(worker.Service, TimeSpan.FromHours(worker.Hours))));
            foreach (var hours in (int[])[2, -2])
            {
                // By one worker's clock it is the middle of the window, by the right one an hour before or after it.
                await SetHoursAsync(database, [.. Week(hours * 60 - 60)], [.. Week(hours * 60 + 60)]);
                var closed = await StartAsync(Few);
                await closed.WaitAsync(progress => progress.Planned && progress.Pending > 0);
                // Time for a text to leave too early.
                await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
                Assert.Empty(closed.Received);
                await closed.Api.PostAsync<CampaignResponse>($"/api/campaigns/{closed.Id}/cancel");
            }

            await SetHoursAsync(database, opens, closes);
            var open = await StartAsync(Few);
            await open.EndsWithEveryoneTextedOnceAsync();
        }
        finally
        {
            await SetHoursAsync(database, opens, closes);
            await Task.WhenAll(wrong.Select(worker => RestartAsync(worker.Service, TimeSpan.Zero)));
        }
    }

    private static TimeSpan NewYork => TimeZoneInfo.ConvertTime(DateTimeOffset.UtcNow, TimeZoneInfo.FindSystemTimeZoneById("America/New_York")).TimeOfDay;

    /// <summary>So many minutes from now, by the clocks of New York, where the audience lives; on every day, and not beyond it.</summary>
    private static IEnumerable<short> Week(int ahead) =>
        Enumerable.Repeat((short)Math.Clamp(NewYork.TotalMinutes + ahead, 0, 24 * 60 - 1), 7);

    private static async Task RestartAsync(ServiceProcess service, TimeSpan shift)
    {
        await service.StopAsync(TimeSpan.FromSeconds(20));
        service.ClockAhead = shift;
        await service.StartAsync();
    }

    private static async Task<(short[] Opens, short[] Closes)> HoursAsync(NpgsqlConnection database)
    {
        await using var command = new NpgsqlCommand("select opens, closes from organizations limit 1", database);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return (reader.GetFieldValue<short[]>(0), reader.GetFieldValue<short[]>(1));
    }

    private static async Task SetHoursAsync(NpgsqlConnection database, short[] opens, short[] closes)
    {
        await using var command = new NpgsqlCommand(
            "update organizations set opens = $1, closes = $2", database) { Parameters = { new() { Value = opens }, new() { Value = closes } } };
        await command.ExecuteNonQueryAsync();
    }
}
