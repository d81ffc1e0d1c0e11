using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using LabsToGo.Testing;

namespace LabsToGo.SecurityTests.Edge;

/// <summary>Bodies that are too large, too deep or too slow.</summary>
public sealed class RequestLimitTests(StackFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_endpoint_takes_a_large_or_a_deep_body()
    {
        using var owner = await fixture.Stack.SignInAsync();
        var (large, deep) = ($"{{\"x\":\"{new string('x', 300_000)}\"}}", $"{{\"x\":{new string('[', 10_000)}{new string(']', 10_000)}}}");
        var asked = 0;
        foreach (var operation in fixture.Api.Operations.Where(operation => operation.BodySchema is not null))
        {
            Assert.Equal((operation.Key, HttpStatusCode.RequestEntityTooLarge), (operation.Key, await StatusAsync(owner, operation, large)));
            Assert.Equal((operation.Key, HttpStatusCode.BadRequest), (operation.Key, await StatusAsync(owner, operation, deep)));
            asked++;
        }
        Assert.True(asked > 20, $"only {asked} endpoints take a body");
        TestContext.Current.SendDiagnosticMessage($"sent a large and a deep body to {asked} endpoints");
    }

    [Fact]
    public async Task A_body_that_trickles_in_is_cut_off()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(fixture.Stack.Api.Url.Host, fixture.Stack.Api.Url.Port, Stop);
        var stream = socket.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /api/account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n{"),
            Stop);
        var begun = Stopwatch.GetTimestamp();
        using var reader = new StreamReader(stream);
        var answer = reader.ReadLineAsync(Stop).AsTask();
        while (await Task.WhenAny(answer, Task.Delay(1000, Stop)) != answer)
        {
            Assert.True(Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30), "It may take as long as it likes");
            await stream.WriteAsync(" "u8.ToArray(), Stop);
        }
        Assert.Equal("HTTP/1.1 408 Request Timeout", await answer);
    }

    private static async Task<HttpStatusCode> StatusAsync(ApiClient caller, ApiOperation operation, string body)
    {
        using var request = operation.Harmless();
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        // So that the body stays here when it is refused unread.
        request.Headers.ExpectContinue = true;
        using var answer = await caller.Http.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
