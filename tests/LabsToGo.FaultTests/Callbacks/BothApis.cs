using System.Collections.Concurrent;
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
    private readonly string _address = $"http://127.0.0.1:{Ports.Free()}";
    private readonly Stack _stack;
    private readonly WebApplication _front;
    private readonly ServiceProcess[] _apis;
    private readonly ServiceProcess _worker;
    private readonly HttpClient _http = new();
    private readonly ConcurrentQueue<Callback> _callbacks = new();
    private int _taken;

    private BothApis(Stack stack)
    {
        _stack = stack;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(_address);
        builder.Logging.ClearProviders();
        _front = builder.Build();
        _front.Run(PassOnAsync);
        var known = new Dictionary<string, string> { ["Twilio__PublicBaseUrl"] = _address };
        _apis = [stack.NewApi("api-a", known), stack.NewApi("api-b", known)];
        _worker = stack.NewSmsWorker("worker-of-both", known);
    }

    /// <summary>Callbacks that both stored.</summary>
    public int Taken => _taken;

    /// <summary>What Twilio really sent, in the order in which it came.</summary>
    public IReadOnlyCollection<Callback> Callbacks => _callbacks;

    public Uri OneOfThem => _apis[0].Url;

    /// <summary>By which Twilio knows them.</summary>
    public string Host => new Uri(_address).Authority;

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
        var callback = await Callback.ReadAsync(http.Request);
        _callbacks.Enqueue(callback);
        var answers = await Task.WhenAll(_apis.Select(api => callback.PlayAsync(_http, api.Url)));
        http.Response.StatusCode = answers.Max();
        if (answers.Max() < 300)
            Interlocked.Increment(ref _taken);
    }
}
