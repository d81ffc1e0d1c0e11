namespace LabsToGo.FaultTests.Delivery;

/// <summary>Row 20: a STOP in the middle of a campaign.</summary>
public sealed class ConsentTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Row_20_nobody_is_texted_later_than_a_second_after_their_STOP()
    {
        var flight = await StartAsync(Everyone);
        await flight.ArrivedAsync(50);
        await using var database = await Stack.OpenDatabaseAsync();
        var waiting = new List<string>();
        await using (var command = new Npgsql.NpgsqlCommand(
            "select phone from messages where campaign_id = $1 and status = 'pending' order by id desc limit 20", database))
        {
            command.Parameters.Add(new() { Value = flight.Id });
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
                waiting.Add(reader.GetString(0));
        }

        var stopped = new Dictionary<string, DateTimeOffset>();
        foreach (var phone in waiting)
        {
            Assert.True(await Stack.Phone.ReplyAsync(phone, "+18005550100", "STOP", TestContext.Current.CancellationToken));
            stopped[phone] = DateTimeOffset.UtcNow;
        }

        await flight.WaitAsync(progress => progress.Planned && progress.Finished == progress.Total);
        Assert.DoesNotContain(flight.Received, receipt => stopped.TryGetValue(receipt.To, out var at) && receipt.At > at.AddSeconds(1));
        flight.NobodyIsTextedTwice();
        foreach (var phone in waiting)
            await Stack.Phone.ReplyAsync(phone, "+18005550100", "START", TestContext.Current.CancellationToken);
    }
}
