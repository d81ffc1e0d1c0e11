using System.Diagnostics;
using LabsToGo.Testing;

namespace LabsToGo.IntegrationTests.Live;

public sealed class StoppingTests(StackFixture fixture)
{
    [Fact]
    public async Task An_Api_that_is_told_to_stop_does_not_wait_for_open_pages()
    {
        var stop = TestContext.Current.CancellationToken;
        var other = fixture.Stack.NewApi("api-that-stops", new Dictionary<string, string>());
        await other.StartAsync();
        using var client = await ApiClient.SignInAsync(other.Url, "viewer@demo.example", "LabsToGo-Demo-1");
        using var live = await client.Http.GetAsync(new Uri("/api/live", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, stop);
        using var events = new StreamReader(await live.Content.ReadAsStreamAsync(stop));
        Assert.StartsWith("event: dashboard", await events.ReadLineAsync(stop), StringComparison.Ordinal);

        // Left to itself it would wait for thirty seconds, and then cut the page off.
        var started = Stopwatch.GetTimestamp();
        await other.StopAsync(patience: TimeSpan.FromSeconds(60));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }
}
