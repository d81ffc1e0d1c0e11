using System.Collections.Concurrent;
using System.Text;
using LabsToGo.Testing.Processes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LabsToGo.Testing.Telemetry;

/// <summary>Takes in what our services emit by OTLP over HTTP, and keeps the raw bytes to look into.</summary>
public sealed class OtlpSink : IAsyncDisposable
{
    private readonly ConcurrentBag<(string Kind, byte[] Body)> _bodies = [];

    /// <summary>Of each body with traces, read when somebody asks, and once.</summary>
    private readonly ConcurrentQueue<Lazy<List<EmittedSpan>>> _spans = [];

    private readonly WebApplication _app;

    private OtlpSink(Uri url)
    {
        Url = url;
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(url.ToString());
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.MapPost("/v1/{kind}", async (string kind, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            var bytes = body.ToArray();
            _bodies.Add((kind, bytes));
            if (kind == "traces")
                _spans.Enqueue(new(() => [.. EmittedSpan.Of(bytes)]));
            return Results.Bytes([], "application/x-protobuf");
        });
    }

    public Uri Url { get; }

    public static async Task<OtlpSink> StartAsync()
    {
        var sink = new OtlpSink(new Uri($"http://127.0.0.1:{Ports.Free()}"));
        await sink._app.StartAsync();
        return sink;
    }

    /// <summary>The variables that make a service emit here, soon.</summary>
    public Dictionary<string, string> EnvironmentOf(string service) => new()
    {
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Url.ToString().TrimEnd('/'),
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        ["OTEL_SERVICE_NAME"] = service,
        ["OTEL_BSP_SCHEDULE_DELAY"] = "500",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "500",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        // What stands in the query of our own addresses is seen as it came, so that a test can find it there.
        ["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "true",
    };

    /// <param name="kind"><c>traces</c>, <c>metrics</c> or <c>logs</c>.</param>
    /// <returns>The services that emitted something with these bytes in it.</returns>
    public IReadOnlyList<string> ServicesThatSaid(string kind, byte[] bytes, IEnumerable<string> services)
    {
        var with = _bodies.Where(body => body.Kind == kind && body.Body.AsSpan().IndexOf(bytes) >= 0).ToList();
        return [.. services.Where(service => with.Any(body => body.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(service)) >= 0)).Order()];
    }

    /// <summary>All that came so far.</summary>
    public IReadOnlyList<EmittedSpan> Spans => [.. _spans.SelectMany(spans => spans.Value)];

    /// <summary>Whether any of it, of any kind, holds the text.</summary>
    public bool Holds(string text) => _bodies.Any(body => body.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0);

    /// <summary>What of any kind holds the text, with what stands around it: for the one who looks for how it came there.</summary>
    public IEnumerable<string> Around(string text) =>
        from body in _bodies
        let at = body.Body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text))
        where at >= 0
        select $"{body.Kind}: {Encoding.UTF8.GetString(body.Body.AsSpan(Math.Max(0, at - 150), Math.Min(300, body.Body.Length - Math.Max(0, at - 150))))}";

    public int Count(string kind) => _bodies.Count(body => body.Kind == kind);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
