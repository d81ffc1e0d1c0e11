using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace LabsToGo.ServiceDefaults;

/// <summary>
/// Traces, metrics and logs by OTLP to whatever <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names; nothing is collected while it is unset, so it is said here alone what
/// is.
/// </summary>
public static class Telemetry
{
    /// <summary>The prefix of our own activity sources and meters, and the name of the one that the workers share.</summary>
    public const string Source = "LabsToGo";

    /// <summary>
    /// The span with which each batch's trace begins, and the one of a status callback: the two of which there are so many that only some are kept.
    /// </summary>
    public const string HandOut = "hand out batch", Callback = "status callback";

    /// <summary>In milliseconds. OpenTelemetry's own minute is long for somebody who watches a campaign.</summary>
    private const int MetricInterval = 5_000;

    internal static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            return;

        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.Configure<MetricReaderOptions>(reader =>
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = builder.Configuration.GetValue(
                "OTEL_METRIC_EXPORT_INTERVAL", MetricInterval));
        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("MassTransit", "Npgsql", Source, Source + ".*"))
            .WithTracing(tracing => tracing
                .SetSampler(new ParentBasedSampler(new RootSampler()))
                .AddSource(builder.Environment.ApplicationName, "MassTransit", Source, Source + ".*")
                .AddAspNetCoreInstrumentation(http => http.Filter = context => !Health.IsProbe(context.Request.Path))
                .AddHttpClientInstrumentation()
                .AddRedisInstrumentation()
                .AddNpgsql())
            .UseOtlpExporter();
    }
}
