using System.Net;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Edge;

/// <summary>Two Api processes, one count.</summary>
public sealed class RateLimitTests(StackFixture fixture)
{
    private const int PerMinute = 20, Asked = 50;

    /// <summary>As a minute begins, the sliding count may let one or two more pass.</summary>
    private const int Slack = 2;

    private Stack Stack => fixture.Stack;

    [Fact]
    public async Task Two_processes_share_one_count_and_without_Redis_each_still_counts()
    {
        var limit = new Dictionary<string, string> { ["RateLimits__PerCallerPerMinute"] = $"{PerMinute}" };
        ServiceProcess[] processes = [Stack.NewApi("limited-api-1", limit), Stack.NewApi("limited-api-2", limit)];
        await Task.WhenAll(processes.Select(process => process.StartAsync()));
        try
        {
            using var owner = await Stack.SignInAsync();
            Assert.InRange(await PassedAsync(await TokenAsync(owner), processes), PerMinute, PerMinute + Slack);

            var token = await TokenAsync(owner);
            await Stack.Servers.KillRedisAsync();
            Assert.InRange(await PassedAsync(token, processes), PerMinute * 2, (PerMinute + Slack) * 2);
        }
        finally
        {
            await Stack.Servers.StartRedisAsync();
            await Task.WhenAll(processes.Select(process => process.KillAsync()));
            await Eventually.IsAsync(HealthyAsync, () => "The Api has not found Redis again");
        }
    }

    /// <summary>By turns. What does not pass is refused in full form.</summary>
    private static async Task<int> PassedAsync(string token, ServiceProcess[] processes)
    {
        var clients = processes.Select(process => ApiClient.With(process.Url, token)).ToList();
        var passed = 0;
        for (var asked = 0; asked < Asked; asked++)
        {
            using var answer = await clients[asked % clients.Count].SendAsync(HttpMethod.Get, "/api/account/roles");
            if (answer.IsSuccessStatusCode)
            {
                passed++;
                continue;
            }
            Assert.Equal((HttpStatusCode.TooManyRequests, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
            Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 120);
        }
        clients.ForEach(client => client.Dispose());
        return passed;
    }

    /// <summary>Of somebody who has asked for nothing yet; the other processes don't limit, but their Redis counts.</summary>
    private static async Task<string> TokenAsync(ApiClient owner)
    {
        var (_, client) = await owner.NewUserAsync("viewer");
        using (client)
            return client.Http.DefaultRequestHeaders.Authorization!.Parameter!;
    }

    private async Task<bool> HealthyAsync()
    {
        using var http = new HttpClient { BaseAddress = Stack.Api.Url };
        return await http.GetStringAsync("/health") == "Healthy";
    }
}
