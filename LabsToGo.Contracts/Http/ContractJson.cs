using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabsToGo.Contracts.Http;

/// <summary>The one way in which these records become JSON: camel case, enums as camel-case words.</summary>
public static class ContractJson
{
    public static JsonSerializerOptions Options { get; } = Apply(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Apply(JsonSerializerOptions options)
    {
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
        return options;
    }
}
