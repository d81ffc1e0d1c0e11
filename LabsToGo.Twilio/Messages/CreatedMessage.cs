using System.Text.Json.Serialization;

namespace LabsToGo.Twilio.Messages;

/// <summary>What we read of the answer to a create; the rest of it is skipped.</summary>
internal sealed record CreatedMessage(string? Sid);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CreatedMessage))]
internal sealed partial class CreatedJson : JsonSerializerContext;
