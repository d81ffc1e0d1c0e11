using System.Text.Json.Nodes;

namespace LabsToGo.SecurityTests.Fuzzing;

/// <summary>Bodies from a schema: mostly of the right shape, with values that somebody might try.</summary>
internal sealed class BodyGenerator(ApiDescription api, Random random)
{
    private const int Deepest = 6;

    private static readonly string[] Nasty =
    [
        "", " ", "\0", "\u0001\u001b[31m", "\r\nX-Injected: 1", "' or 1=1 --", "'; drop table patients; --", "\\", "%", "_", "%%%_", "\"",
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
        "{{ 7 | times: 7 }}", "{% for i in (1..1000000000) %}x{% endfor %}", "{% include 'x' %}", "{{", "=HYPERLINK(\"http://x\")", "+1+1", "@SUM(A1)",
        "../../../../etc/passwd", "file:///etc/passwd",
        "http://169.254.169.254/", "\ud83d\ude00", "\u202e", "ﷺ", "null", "NaN", "-1", "1e309", "0x7fffffff", "9999-12-31", "0001-01-01", "2024-02-30",
        "00000000-0000-0000-0000-000000000000",
        "+12125550123", "America/New_York", "NY", "10001", "nobody@demo.example", "a.b.c",
    ];

    private static readonly double[] Numbers =
        [0, -1, 1, 7, 50, 200, 201, 1440, 1441, 32768, int.MaxValue, int.MinValue, 4294967296, long.MaxValue, 1e308, -1e308, 0.1, 1e-320];

    public JsonNode? Make(JsonNode schema) => Make(schema, 0);

    private JsonNode? Make(JsonNode schema, int depth)
    {
        schema = api.Resolve(schema);
        if (schema["oneOf"] is JsonArray choices)
            return Make(choices[random.Next(choices.Count)]!, depth);
        if (depth > Deepest)
            return null;
        // Now and then something of another kind altogether.
        if (random.Next(14) == 0)
            return Any(depth);
        return Kind(schema) switch
        {
            "object" => Object(schema, depth),
            "array" => Array(schema, depth),
            "integer" or "number" => JsonValue.Create(Numbers[random.Next(Numbers.Length)]),
            "boolean" => JsonValue.Create(random.Next(2) == 0),
            "string" => JsonValue.Create(Text(schema)),
            _ => null,
        };
    }

    private JsonObject Object(JsonNode schema, int depth)
    {
        var made = new JsonObject();
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            if (random.Next(10) > 0)
                made[name] = Make(property!, depth + 1);
        }
        if (random.Next(10) == 0)
            made["__proto__"] = new JsonObject { ["admin"] = true };
        return made;
    }

    private JsonArray Array(JsonNode schema, int depth) =>
        [.. Enumerable.Range(0, random.Next(9)).Select(_ => schema["items"] is { } items ? Make(items, depth + 1) : Any(depth))];

    private string Text(JsonNode schema) => random.Next(8) switch
    {
        0 => new string('x', random.Next(5_000)),
        1 => string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(1, 0xD800))),
        2 when schema["enum"] is JsonArray words => words[random.Next(words.Count)]!.GetValue<string>(),
        3 when schema["format"]?.GetValue<string>() == "uuid" => Guid.NewGuid().ToString(),
        _ => Nasty[random.Next(Nasty.Length)],
    };

    private JsonNode? Any(int depth) => random.Next(7) switch
    {
        0 => null,
        1 => JsonValue.Create(Nasty[random.Next(Nasty.Length)]),
        2 => JsonValue.Create(Numbers[random.Next(Numbers.Length)]),
        3 => JsonValue.Create(true),
        4 when depth < Deepest => new JsonArray(Any(depth + 1), Any(depth + 1)),
        5 when depth < Deepest => new JsonObject { ["x"] = Any(depth + 1) },
        _ => JsonValue.Create(new string('y', 2_000)),
    };

    /// <summary>A schema may allow several kinds, null among them.</summary>
    private string? Kind(JsonNode schema) => schema["type"] switch
    {
        JsonArray kinds => kinds[random.Next(kinds.Count)]!.GetValue<string>(),
        JsonValue kind => kind.GetValue<string>(),
        _ => schema["properties"] is null ? null : "object",
    };
}
