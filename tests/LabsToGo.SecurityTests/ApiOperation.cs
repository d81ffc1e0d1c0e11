using System.Text.Json.Nodes;

namespace LabsToGo.SecurityTests;

/// <summary>One method of one path.</summary>
public sealed class ApiOperation(string method, string path, JsonNode operation, ApiDescription api)
{
    public string Method { get; } = method;

    /// <summary>With its parameters in braces.</summary>
    public string Path { get; } = path;

    /// <summary>As the tables of the tests name it.</summary>
    public string Key => $"{Method} {Path}";

    public ApiDescription Api { get; } = api;

    /// <summary>Null when it takes no JSON.</summary>
    public JsonNode? BodySchema => operation["requestBody"]?["content"]?["application/json"]?["schema"];

    public IEnumerable<string> QueryParameters =>
        (operation["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"]!.GetValue<string>() == "query").Select(parameter => parameter!["name"]!.GetValue<string>());

    public bool HasId => Path.Contains('{', StringComparison.Ordinal);

    /// <summary>The path with every parameter replaced.</summary>
    public string Fill(Func<string, string> value) =>
        string.Join('/', Path.Split('/').Select(part => part is ['{', .. var name, '}'] ? Uri.EscapeDataString(value(name.Split(':')[0])) : part));
}
