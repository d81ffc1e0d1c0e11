using LabsToGo.Data;
using LabsToGo.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LabsToGo.UnitTests.Telemetry;

public sealed class NobodyListensTests
{
    /// <summary>Each statement of a campaign of a million would be a span that is made, and thrown away.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("http://127.0.0.1:4317")]
    public void Traces_and_metrics_are_collected_only_where_they_are_sent(string? endpoint)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint;
        builder.Configuration["ConnectionStrings:labstogo"] = "Host=127.0.0.1";
        builder.Configuration["ConnectionStrings:redis"] = "127.0.0.1";
        builder.Configuration["ConnectionStrings:messaging"] = "amqp://127.0.0.1";
        builder.AddServiceDefaults();
        builder.AddRedis();
        builder.AddMessaging();
        builder.AddLabsToGoContext();

        Assert.Equal(endpoint is not null, builder.Services.Any(service => service.ServiceType == typeof(TracerProvider)));
        Assert.Equal(endpoint is not null, builder.Services.Any(service => service.ServiceType == typeof(MeterProvider)));
    }
}
