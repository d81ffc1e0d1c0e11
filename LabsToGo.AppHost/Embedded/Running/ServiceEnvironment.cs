using System.Globalization;

namespace LabsToGo.AppHost.Embedded.Running;

/// <summary>The variables of a service: those that Aspire injects, under the same names.</summary>
internal static class ServiceEnvironment
{
    public static Dictionary<string, string> Of(ProjectResource project, int replica, string? otlpEndpoint)
    {
        var environment = System.Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? "Development";
        var variables = project.Environment.ToDictionary(pair => pair.Key, pair => pair.Value());
        variables["DOTNET_ENVIRONMENT"] = variables["ASPNETCORE_ENVIRONMENT"] = environment;
        variables["ASPNETCORE_URLS"] = project.Ports.Count > replica ? $"http://127.0.0.1:{project.Ports[replica].ToString(CultureInfo.InvariantCulture)}" : "";
        variables["DOTNET_gcServer"] = "0";
        variables["Logging__Console__FormatterName"] = "simple";
        variables["Logging__Console__FormatterOptions__SingleLine"] = "true";
        if (otlpEndpoint is not null)
        {
            variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = otlpEndpoint;
            variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
            variables["OTEL_SERVICE_NAME"] = project.Name;
            variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={project.Name}-{replica + 1}";
            variables["OTEL_BLRP_SCHEDULE_DELAY"] = variables["OTEL_BSP_SCHEDULE_DELAY"] = variables["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
        }
        return variables;
    }
}
