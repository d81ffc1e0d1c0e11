using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using LabsToGo.Contracts.Http;

namespace LabsToGo.SecurityTests.Injection;

/// <summary>
/// Postgres has no zero byte in a text, and a statement that meets one while Npgsql prepares it fails the connection's next caller: so none gets there.
/// </summary>
public sealed class ZeroByteTests(StackFixture fixture)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_text_of_every_endpoint_is_refused_by_its_name_when_it_has_one()
    {
        using var owner = await fixture.Stack.SignInAsync();
        var tried = 0;
        foreach (var operation in fixture.Api.Operations.Where(operation => operation.BodySchema is not null))
        {
            var (body, fields) = (JsonNode.Parse("{}")!, new List<string>());
            Fill(body, operation.BodySchema!, "", fields);
            if (fields.Count == 0)
                continue;
            using var request = operation.Harmless();
            request.Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await owner.Http.SendAsync(request, Stop);
            var text = await answer.Content.ReadAsStringAsync(Stop);
            Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{operation.Key}: {(int)answer.StatusCode} {text}");
            var errors = JsonNode.Parse(text)!["errors"]?.AsObject();
            Assert.All(fields, field => Assert.True(
                errors?[field]?.ToJsonString().Contains("zero byte", StringComparison.Ordinal) == true, $"{operation.Key}, {field}: {text}"));
            tried += fields.Count;
        }
        Assert.True(tried > 60, $"only {tried} fields");
    }

    [Fact]
    public async Task An_address_or_a_cursor_with_one_is_refused()
    {
        using var owner = await fixture.Stack.SignInAsync();
        using var path = await owner.Http.GetAsync(new Uri("/api/queue/errors/x%00y", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.BadRequest, path.StatusCode);

        var json = $$"""{"List":1,"Keys":["\u0000","x"],"Id":"{{Guid.Empty}}"}""";
        var cursor = Convert.ToBase64String(Encoding.UTF8.GetBytes(json)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        using var search = await owner.SendAsync(HttpMethod.Post, "/api/patients/search", new PatientSearchRequest("x", cursor));
        Assert.Equal(HttpStatusCode.BadRequest, search.StatusCode);
        Assert.Contains("\"after\"", await search.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00\\ud800")]
    public async Task Half_a_surrogate_pair_is_no_text_either(string half)
    {
        using var owner = await fixture.Stack.SignInAsync();
        using var content = new StringContent($"{{\"search\":\"x{half}\"}}", Encoding.UTF8, "application/json");
        using var answer = await owner.Http.PostAsync(new Uri("/api/patients/search", UriKind.Relative), content, Stop);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_browser_whose_name_is_cut_in_the_middle_of_a_character_signs_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/account/sign-in")
        {
            Content = new StringContent(
                System.Text.Json.JsonSerializer.Serialize(new SignInRequest("staff@demo.example", "LabsToGo-Demo-1"), ContractJson.Options),
                Encoding.UTF8, "application/json"),
        };
        request.Headers.TryAddWithoutValidation("User-Agent", new string('x', 199) + "\U0001F600");
        using var handler = new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 };
        using var http = new HttpClient(handler) { BaseAddress = fixture.Stack.Api.Url };
        using var answer = await http.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>A body of the right shape with the bad text wherever a text may be.</summary>
    private void Fill(JsonNode made, JsonNode schema, string path, List<string> fields)
    {
        schema = fixture.Api.Resolve(schema);
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            var field = path.Length == 0 ? name : $"{path}.{name}";
            made[name] = Value(Choice(property!), field, fields);
        }
    }

    private JsonNode? Value(JsonNode schema, string field, List<string> fields)
    {
        switch (Kind(schema))
        {
            case "string" when schema["enum"] is JsonArray words:
                return words[0]!.DeepClone();
            case "string" when schema["format"]?.GetValue<string>() is { } format:
                return format switch { "uuid" => Guid.Empty.ToString(), "date" => "2000-01-01", "time" => "10:00:00", _ => "2000-01-01T00:00:00Z" };
            case "string" when schema["pattern"] is not null:
                // Refused by its pattern already: of what patterns we have, none takes any character.
                return null;
            case "string":
                fields.Add(field);
                // Else as the field's own rules want it, which are asked first.
                var (least, most) = (schema["minLength"]?.GetValue<int>() ?? 0, schema["maxLength"]?.GetValue<int>() ?? 100);
                return $"\0@{new string('x', Math.Max(1, least))}"[..Math.Min(most, Math.Max(3, least))];
            case "array":
                var items = Choice(schema["items"]!);
                return new JsonArray([.. Enumerable.Range(0, schema["minItems"]?.GetValue<int>() ?? 1).Select(at => Value(items, $"{field}[{at}]", fields))]);
            case "object":
                var made = new JsonObject();
                Fill(made, schema, field, fields);
                return made;
            case "boolean":
                return false;
            case "integer" or "number":
                return schema["minimum"]?.DeepClone() ?? 1;
            default:
                return null;
        }
    }

    private JsonNode Choice(JsonNode schema)
    {
        schema = fixture.Api.Resolve(schema);
        return schema["oneOf"] is JsonArray choices ? Choice(choices.First(choice => choice!["type"]?.ToString() != "null")!) : schema;
    }

    private static string? Kind(JsonNode schema) => schema["type"] switch
    {
        JsonArray kinds => kinds.Select(kind => kind!.GetValue<string>()).First(kind => kind != "null"),
        JsonValue kind => kind.GetValue<string>(),
        _ when schema["enum"] is not null => "string",
        _ => schema["properties"] is null ? null : "object",
    };
}
