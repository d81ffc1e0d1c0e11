using LabsToGo.Testing;

namespace LabsToGo.FaultTests.Soak;

/// <summary>Breaks one thing or another of a stack and mends it.</summary>
internal sealed class Breakage(Stack stack)
{
    private static readonly string[] Ways =
    [
        "SMS worker 1", "SMS worker 2", "both SMS workers", "campaign worker", "Api", "RabbitMQ", "RabbitMQ wiped", "Postgres", "Redis", "Redis flushed",
        "a pause",
    ];

    /// <summary>Processes of ours and servers that were killed so far.</summary>
    public int Kills { get; private set; }

    public Task AnyAsync(Random random, Flight flight)
    {
        var way = random.Next(Ways.Length);
        var downFor = TimeSpan.FromSeconds(random.Next(4));
        Console.WriteLine($"  {Ways[way]}");
        return way switch
        {
            0 or 1 => RestartAsync(stack.SmsWorkers[way]),
            2 => RestartAsync([.. stack.SmsWorkers]),
            3 => RestartAsync(stack.CampaignWorker),
            4 => RestartAsync(stack.Api),
            5 => CrashAsync(() => stack.Servers.CrashRabbitMqAsync(wipe: false, downFor)),
            6 => CrashAsync(() => stack.Servers.CrashRabbitMqAsync(wipe: true, downFor)),
            7 => CrashAsync(stack.Servers.CrashPostgresAsync),
            8 => CrashAsync(() => RestartRedisAsync(downFor)),
            9 => stack.Servers.FlushRedisAsync(),
            _ => PauseAsync(flight),
        };
    }

    private Task RestartAsync(params ServiceProcess[] services)
    {
        Kills += services.Length;
        return Task.WhenAll(services.Select(async service =>
        {
            await service.KillAsync();
            await service.StartAsync();
        }));
    }

    private Task CrashAsync(Func<Task> crash)
    {
        Kills++;
        return crash();
    }

    private async Task RestartRedisAsync(TimeSpan downFor)
    {
        await stack.Servers.KillRedisAsync();
        await Task.Delay(downFor);
        await stack.Servers.StartRedisAsync();
    }

    /// <summary>Nothing leaves later than a second after it.</summary>
    private static async Task PauseAsync(Flight flight)
    {
        using var answer = await flight.Api.SendAsync(HttpMethod.Post, $"/api/campaigns/{flight.Id}/pause");
        // What has ended by now can't be paused.
        if (!answer.IsSuccessStatusCode)
            return;
        var from = DateTimeOffset.UtcNow.AddSeconds(1);
        await Task.Delay(TimeSpan.FromSeconds(2));
        Assert.DoesNotContain(flight.Received, receipt => receipt.At > from);
        await flight.Api.PostAsync<object>($"/api/campaigns/{flight.Id}/resume");
    }
}
