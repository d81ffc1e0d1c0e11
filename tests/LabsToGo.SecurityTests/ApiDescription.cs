using System.Text.Json.Nodes;

namespace LabsToGo.SecurityTests;

/// <summary>The Api's own OpenAPI document: what is added to the Api is attacked without anybody remembering it.</summary>
public sealed class ApiDescription
{
    private static readonly string[] Methods = ["get", "post", "put", "delete", "patch"];

    private readonly JsonNode _document;

    private ApiDescription(JsonNode document)
    {
        _document = document;
        Operations =
        [
            .. from path in document["paths"]!.AsObject()
               from method in Methods
               where path.Value![method] is not null
               select new ApiOperation(method.ToUpperInvariant(), path.Key, path.Value[method]!, this),
        ];
    }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public static async Task<ApiDescription> ReadAsync(Uri api)
    {
        using var http = new HttpClient { BaseAddress = api };
        return new(JsonNode.Parse(await http.GetStringAsync("/openapi/v1.json"))!);
    }

    /// <summary>Follows a reference to where the schema stands.</summary>
    public JsonNode Resolve(JsonNode schema) =>
        schema["$ref"]?.GetValue<string>() is { } reference ? Resolve(_document["components"]!["schemas"]![reference.Split('/')[^1]]!) : schema;
}
