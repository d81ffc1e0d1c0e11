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
            // Closed on every day.
            await SetHoursAsync(database, [0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0]);
            var flight = await StartAsync(Few);
            await flight.WaitAsync(progress => progress.Planned && progress.Pending > 0);
            await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
            Assert.Empty(flight.Received);
        }
        finally
        {
            await SetHoursAsync(database, opens, closes);
        }
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
        await using var command = new NpgsqlCommand("update organizations set opens = $1, closes = $2", database) { Parameters = { new() { Value = opens }, new() { Value = closes } } };
        await command.ExecuteNonQueryAsync();
    }
}
