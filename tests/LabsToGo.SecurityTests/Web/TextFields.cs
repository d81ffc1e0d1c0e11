using System.Text.Json.Nodes;

namespace LabsToGo.SecurityTests.Web;

/// <summary>The text fields of the Api's document.</summary>
internal static class TextFields
{
    /// <summary>Checked against a list or a pattern, or never shown to anybody.</summary>
    private static readonly HashSet<string> Harmless =
    [
        "password", "newPassword", "token", "refreshToken", "challenge", "code", "ticket", "setUp", "recoveryCode", "phone", "state", "states", "postalCode",
        "postalCodePrefix", "timeZone", "role", "permissions",
        "search", "after", "status", "action",
    ];

    /// <summary>Compared with what is known, or shown to nobody but who wrote it.</summary>
    private static readonly string[] Elsewhere = ["/account/sign-in", "/patients/{id}/erase", "/passkeys"];

    /// <returns>As "POST /path field", without those that are harmless.</returns>
    public static IEnumerable<string> Of(ApiDescription api) =>
        from operation in api.Operations
        where operation.BodySchema is not null
        from field in Texts(api, operation.BodySchema!, 0)
        where !Harmless.Contains(field) && !Elsewhere.Any(part => operation.Key.Contains(part, StringComparison.Ordinal))
        select $"{operation.Key} {field}";

    private static IEnumerable<string> Texts(ApiDescription api, JsonNode schema, int depth) =>
        depth > 4
            ? []
            : (api.Resolve(schema)["properties"]?.AsObject() ?? []).SelectMany(property =>
            {
                var value = api.Resolve(property.Value!);
                if (value["oneOf"] is JsonArray choices)
                    return choices.SelectMany(choice => Texts(api, choice!, depth + 1));
                if (value["properties"] is not null)
                    return Texts(api, value, depth + 1);
                return IsText(value) || (value["items"] is { } items && IsText(api.Resolve(items))) ? [property.Key] : [];
            });

    private static bool IsText(JsonNode schema) =>
        schema["enum"] is null && schema["format"] is null && schema["type"] switch
        {
            JsonArray kinds => kinds.Any(kind => kind!.GetValue<string>() == "string") && kinds.All(kind => kind!.GetValue<string>() is "string" or "null"),
            JsonValue kind => kind.GetValue<string>() == "string",
            _ => false,
        };
}
