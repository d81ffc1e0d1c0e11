using LabsToGo.Testing;
using LabsToGo.Testing.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LabsToGo.FaultTests.Callbacks;

/// <summary>
/// Two more Apis behind one address: whatever comes there reaches both at the same moment, which is worse than any load balancer. An SMS worker of theirs, and
/// no other, gives Twilio that address.
/// </summary>
internal sealed class BothApis : IAsyncDisposable
{
    private readonly Stack _stack;
    private readonly WebApplication _front;
    private readonly ServiceProcess[] _apis;
    private readonly ServiceProcess _worker;
    private readonly HttpClient _http = new();
    private int _taken;

    private BothApis(Stack stack)
    {
        _stack = stack;
        var address = $"http://127.0.0.1:{Ports.Free()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders();
        _front = builder.Build();
        _front.Run(PassOnAsync);
        var known = new Dictionary<string, string> { ["Twilio__PublicBaseUrl"] = address };
        _apis = [stack.NewApi("api-a", known), stack.NewApi("api-b", known)];
        _worker = stack.NewSmsWorker("worker-of-both", new Dictionary<string, string> { ["Twilio__CallbackBaseUrl"] = address });
    }

    /// <summary>Callbacks that both stored.</summary>
    public int Taken => _taken;

    public static async Task<BothApis> StartAsync(Stack stack)
    {
        var both = new BothApis(stack);
        await both._front.StartAsync();
        await Task.WhenAll(both._apis.Append(both._worker).Select(service => service.StartAsync()));
        await Task.WhenAll(stack.SmsWorkers.Select(worker => worker.StopAsync(TimeSpan.FromSeconds(20))));
        return both;
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_apis.Append(_worker).Select(service => service.KillAsync()));
        await Task.WhenAll(_stack.SmsWorkers.Select(worker => worker.StartAsync()));
        await _front.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassOnAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var answers = await Task.WhenAll(_apis.Select(api => PostAsync(api, http.Request, body.ToArray())));
        http.Response.StatusCode = answers.Max();
        if (answers.Max() < 300)
            Interlocked.Increment(ref _taken);
    }

    private async Task<int> PostAsync(ServiceProcess api, HttpRequest from, byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api.Url, $"{from.Path}{from.QueryString}"));
        request.Content = new ByteArrayContent(body);
        request.Content.Headers.TryAddWithoutValidation("Content-Type", from.ContentType);
        request.Headers.TryAddWithoutValidation("X-Twilio-Signature", from.Headers["X-Twilio-Signature"].ToString());
        using var answer = await _http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
