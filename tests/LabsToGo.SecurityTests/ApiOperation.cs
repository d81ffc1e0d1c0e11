using System.Text;
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

    public IEnumerable<string> QueryParameters => Parameters("query");

    public IEnumerable<string> Headers => Parameters("header");

    /// <summary>The status codes that it says it answers.</summary>
    public IEnumerable<string> Answers => operation["responses"]!.AsObject().Select(answer => answer.Key);

    public bool HasId => Path.Contains('{', StringComparison.Ordinal);

    /// <summary>Harmless where it is allowed: of a record that does not exist, or with an empty body.</summary>
    public HttpRequestMessage Harmless() => new(new HttpMethod(Method), Fill(name => name == "queue" ? "no-such-queue" : Guid.NewGuid().ToString()))
    {
        Content = BodySchema is null ? null : new StringContent("{}", Encoding.UTF8, "application/json"),
    };

    /// <summary>The path with every parameter replaced.</summary>
    public string Fill(Func<string, string> value) =>
        string.Join('/', Path.Split('/').Select(part => part is ['{', .. var name, '}'] ? Uri.EscapeDataString(value(name.Split(':')[0])) : part));

    private IEnumerable<string> Parameters(string place) =>
        (operation["parameters"]?.AsArray() ?? []).Where(parameter => parameter!["in"]!.GetValue<string>() == place)
            .Select(parameter => parameter!["name"]!.GetValue<string>());
}
