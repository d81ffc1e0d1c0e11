using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabsToGo.Bench.Lists;

/// <summary>One request of a page.</summary>
internal sealed record PageCall(HttpMethod Method, string Path, object? Body = null)
{
    private static readonly JsonSerializerOptions Shown = new(JsonSerializerOptions.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static PageCall Get(string path) => new(HttpMethod.Get, path);

    public static PageCall Post(string path, object body) => new(HttpMethod.Post, path, body);

    public override string ToString() => Body is null ? $"{Method} {Path}" : $"{Method} {Path} {JsonSerializer.Serialize(Body, Shown)}";
}
