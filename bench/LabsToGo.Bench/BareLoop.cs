using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using LabsToGo.Testing;
using LabsToGo.Twilio.Messages;

namespace LabsToGo.Bench;

/// <summary>The yardstick: an HttpClient that posts the very same forms and does nothing else.</summary>
internal static class BareLoop
{
    public const int InFlight = 400;

    /// <returns>Messages per second.</returns>
    public static async Task<double> RunAsync(Uri sandbox, Uri callbacks, int recipients)
    {
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = InFlight }) { BaseAddress = sandbox };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Stack.AccountSid}:{Stack.AuthToken}")));
        http.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var path = new Uri($"/2010-04-01/Accounts/{Stack.AccountSid}/Messages.json", UriKind.Relative);

        var next = 0;
        async Task PostAsync()
        {
            while (Interlocked.Increment(ref next) is var number && number <= recipients)
            {
                using var form = MessageForm.Content(new CreateMessage(
                    $"+1907{2_000_000 + number:0000000}",
                    "+18005550100",
                    $"Hi Patient{number}, Labs To Go Demo here. Reply STOP to opt out.",
                    $"{callbacks}twilio/{Guid.Empty}/status/{Guid.CreateVersion7()}#rc=5&rp=all"), () => true);
                using var answer = await http.PostAsync(path, form);
                answer.EnsureSuccessStatusCode();
                await answer.Content.ReadAsByteArrayAsync();
            }
        }

        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => PostAsync()));
        return recipients / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
