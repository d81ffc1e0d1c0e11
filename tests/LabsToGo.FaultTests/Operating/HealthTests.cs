using System.Diagnostics;
using System.Net;
using LabsToGo.Contracts.Http;
using LabsToGo.Testing;

namespace LabsToGo.FaultTests.Operating;

/// <summary>What the Api says of itself while one of its servers is away, and what it still does.</summary>
public sealed class HealthTests(StackFixture fixture) : FaultTest(fixture)
{
    [Fact]
    public async Task Without_Postgres_it_is_unhealthy()
    {
        await Stack.Servers.KillPostgresAsync();
        try
        {
            await BecomesAsync(HttpStatusCode.ServiceUnavailable, "Unhealthy");
            Assert.Equal(HttpStatusCode.OK, (await AskAsync("/alive")).Status);
        }
        finally
        {
            await Stack.Servers.StartPostgresAsync();
        }
        await BecomesAsync(HttpStatusCode.OK, "Healthy");
    }

    [Fact]
    public async Task Without_Redis_it_is_degraded_and_takes_what_Twilio_says()
    {
        await Stack.Servers.KillRedisAsync();
        try
        {
            await BecomesAsync(HttpStatusCode.OK, "Degraded");
            await TakesRepliesAsync();
        }
        finally
        {
            await Stack.Servers.StartRedisAsync();
        }
        await BecomesAsync(HttpStatusCode.OK, "Healthy");
    }

    [Fact]
    public async Task Without_the_broker_it_is_degraded_takes_what_Twilio_says_and_the_queue_page_tells()
    {
        using var api = await Stack.SignInAsync();
        await Stack.Servers.KillRabbitMqAsync();
        try
        {
            await BecomesAsync(HttpStatusCode.OK, "Degraded");
            await TakesRepliesAsync();
            var asked = Stopwatch.GetTimestamp();
            Assert.False((await api.GetAsync<QueueStatusResponse>("/queue/status")).Broker.Up);
            // Two, and what a busy machine makes of them.
            Assert.InRange(Stopwatch.GetElapsedTime(asked).TotalSeconds, 0, 4);
        }
        finally
        {
            await Stack.Servers.StartRabbitMqAsync();
        }
        await BecomesAsync(HttpStatusCode.OK, "Healthy");
    }

    private async Task TakesRepliesAsync()
    {
        using var api = await Stack.SignInAsync();
        var patient = await api.NewPatientAsync();
        Assert.True(await Stack.Phone.ReplyAsync(patient.Phone, "+18005550100", "Are you open on Sunday?", TestContext.Current.CancellationToken));
        Assert.Contains((await api.ConversationAsync(patient)).Texts, text => text.Text == "Are you open on Sunday?");
    }

    private Task BecomesAsync(HttpStatusCode status, string word)
    {
        (HttpStatusCode, string) last = default;
        return Eventually.IsAsync(async () => (last = await AskAsync("/health")) == (status, word), () => $"It says {last}.", seconds: 60);
    }

    private async Task<(HttpStatusCode Status, string Word)> AskAsync(string path)
    {
        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
