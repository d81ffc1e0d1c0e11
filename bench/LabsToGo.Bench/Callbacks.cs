using System.Diagnostics;
using LabsToGo.Testing;
using LabsToGo.Twilio.Webhooks;
using Npgsql;

namespace LabsToGo.Bench;

/// <summary>
/// Signed status callbacks, each durable before its 204, beside the same forms to an address of the same Kestrel that does nothing with them (<c>/alive</c>).
/// </summary>
internal static class Callbacks
{
    private const int Count = 20_000, InFlight = 200;

    public static async Task RunAsync(BenchStack stack, Figures figures)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = InFlight }) { BaseAddress = stack.ApiUrl };
        var messages = await NewestAsync(stack);
        var warmUp = messages.ConvertAll(message => Request(stack.ApiUrl, message, "queued"));
        await PerSecondAsync(warmUp.Count, number => http.SendAsync(warmUp[number]));

        var unread = messages.ConvertAll(message => Request(stack.ApiUrl, message, "delivered"));
        unread.ForEach(request => request.RequestUri = new Uri(stack.ApiUrl, "/alive"));
        var bare = await PerSecondAsync(unread.Count, number => http.SendAsync(unread[number]));
        var kept = messages.ConvertAll(message => Request(stack.ApiUrl, message, "delivered"));
        var callbacks = await PerSecondAsync(kept.Count, number => http.SendAsync(kept[number]));
        figures.Add("callbacks_per_second", callbacks);
        figures.Add("bare_kestrel_per_second", bare);
        figures.Add("callbacks_ratio", callbacks / bare);
    }

    private static HttpRequestMessage Request(Uri api, (Guid Organization, Guid Id, string Sid) message, string status)
    {
        var url = new Uri(api, $"/twilio/{message.Organization}/status/{message.Id}");
        KeyValuePair<string, string>[] form = [new("AccountSid", Stack.AccountSid), new("MessageSid", message.Sid), new("MessageStatus", status)];
        return new HttpRequestMessage(HttpMethod.Post, url)
        {
            Headers = { { "X-Twilio-Signature", WebhookSignature.OfForm(Stack.AuthToken, url.ToString(), form) } },
            Content = new FormUrlEncodedContent(form),
        };
    }

    private static async Task<double> PerSecondAsync(int count, Func<int, Task<HttpResponseMessage>> call)
    {
        var next = -1;
        async Task CallAsync()
        {
            while (Interlocked.Increment(ref next) is var number && number < count)
            {
                using var answer = await call(number);
                answer.EnsureSuccessStatusCode();
            }
        }

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => CallAsync()));
        return count / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static async Task<List<(Guid, Guid, string)>> NewestAsync(BenchStack stack)
    {
        await using var database = await stack.OpenAsync();
        await using var command = new NpgsqlCommand("select organization_id, id, provider_sid from messages where status = 'accepted' limit $1", database);
        command.Parameters.Add(new() { Value = Count });
        var messages = new List<(Guid, Guid, string)>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            messages.Add((reader.GetGuid(0), reader.GetGuid(1), reader.GetString(2)));
        return messages;
    }
}
